/*
 * The expression language of claims. Precedence, from loose to tight:
 * implies (right), or, and, not, comparison (not chained), + -, * /, unary minus, ^ (right), calls, indices, '.
 */
grammar ClaimExpression;

root : implication EOF ;

implication : disjunction (op='implies' implication)? ;

disjunction : conjunction (op+='or' conjunction)* ;

conjunction : negation (op+='and' negation)* ;

negation : op='not' negation | comparison ;

comparison : additive (op=('<' | '<=' | '>' | '>=' | '==' | '!=') additive)? ;

additive : multiplicative (op+=('+' | '-') multiplicative)* ;

multiplicative : unary (op+=('*' | '/') unary)* ;

unary : op='-' unary | power ;

power : postfix (op='^' unary)? ;

postfix : primary suffix* ;

suffix
    : open='(' arguments? ')'                      # callSuffix
    | open='[' implication (',' implication)? ']'  # indexSuffix
    | open='\''                                    # transposeSuffix
    ;

arguments : implication (',' implication)* ;

primary
    : NUMBER                          # number
    | TEXT                            # text
    | NAME                            # name
    | '(' implication ')'             # parenthesised
    | open='[' arguments ']'          # bracketed
    ;

NUMBER : (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) ([eE] [+-]? DIGIT+)? ;
NAME : [A-Za-z_] [A-Za-z0-9_]* ;
TEXT : '"' ~["\r\n]* '"' ;
SPACE : [ \t\r\n]+ -> skip ;
UNKNOWN : . ;

fragment DIGIT : [0-9] ;
