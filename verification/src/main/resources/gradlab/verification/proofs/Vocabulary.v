(** What the theorems of this folder speak of.

    A vector is a function from indices to reals and a matrix one from pairs
    of indices; the dimension stands beside them and entries beyond it are
    never read.  Indices start at 0.  Everything a theorem's statement can
    mention is defined in this file, and nothing is proved here. *)

Require Export Reals List.
Export ListNotations.
Global Open Scope R_scope.

(** * Sums and products *)

(** [f 0 + f 1 + ... + f (n - 1)] *)
Fixpoint sum_below (n : nat) (f : nat -> R) : R :=
  match n with
  | O => 0
  | S k => sum_below k f + f k
  end.

(** [f 0 * f 1 * ... * f (n - 1)] *)
Fixpoint prod_below (n : nat) (f : nat -> R) : R :=
  match n with
  | O => 1
  | S k => prod_below k f * f k
  end.

(** * Vectors *)

Definition vector := nat -> R.

Definition dot (n : nat) (x y : vector) : R := sum_below n (fun i => x i * y i).

(** The Euclidean norm.  The root is of a sum of squares, so never of a
    negative number. *)
Definition norm (n : nat) (x : vector) : R := sqrt (dot n x x).

(** [mean] and [variance] divide by [n]: statements about them ask for
    [n >= 1]. *)
Definition mean (n : nat) (x : vector) : R := sum_below n x / INR n.

Definition variance (n : nat) (x : vector) : R :=
  sum_below n (fun i => (x i - mean n x) ^ 2) / INR n.

(** * Matrices *)

Definition matrix := nat -> nat -> R.

(** A matrix given by its rows; what lies outside them is 0. *)
Definition rows (entries : list (list R)) : matrix :=
  fun i j => nth j (nth i entries []) 0.

Definition identity_matrix : matrix := fun i j => if Nat.eqb i j then 1 else 0.

Definition mat_plus (A B : matrix) : matrix := fun i j => A i j + B i j.

Definition mat_minus (A B : matrix) : matrix := fun i j => A i j - B i j.

Definition mat_scale (c : R) (A : matrix) : matrix := fun i j => c * A i j.

Definition transpose (A : matrix) : matrix := fun i j => A j i.

(** [A * x] for a matrix with [n] columns. *)
Definition mat_vec (n : nat) (A : matrix) (x : vector) : vector :=
  fun i => sum_below n (fun j => A i j * x j).

(** [A * B], where [n] is both the number of columns of [A] and of rows of
    [B]. *)
Definition mat_mul (n : nat) (A B : matrix) : matrix :=
  fun i k => sum_below n (fun j => A i j * B j k).

(** The product of [L] square matrices, the first of the list applied first:
    [As (L - 1) * ... * As 1 * As 0]. *)
Fixpoint chain (n L : nat) (As : nat -> matrix) : matrix :=
  match L with
  | O => identity_matrix
  | S l => mat_mul n (As l) (chain n l As)
  end.

(** [A] without row 0 and column [j]. *)
Definition minor (j : nat) (A : matrix) : matrix :=
  fun r c => A (S r) (if Nat.ltb c j then c else S c).

(** The determinant, by Laplace's expansion along row 0. *)
Fixpoint det (n : nat) (A : matrix) : R :=
  match n with
  | O => 1
  | S m => sum_below (S m) (fun j => (-1) ^ j * A O j * det m (minor j A))
  end.

(** * The spectral norm *)

(** The [m] by [n] matrix [A] stretches no vector by more than [c]. *)
Definition norm_at_most (m n : nat) (A : matrix) (c : R) : Prop :=
  forall x : vector, norm m (mat_vec n A x) <= c * norm n x.

(** [s] is the spectral norm of [A]: the least such bound that is not
    negative.  [SpectralNorm.v] proves that each matrix has one, and only one. *)
Definition spectral_norm (m n : nat) (A : matrix) (s : R) : Prop :=
  0 <= s /\ norm_at_most m n A s /\
  forall c : R, 0 <= c -> norm_at_most m n A c -> s <= c.

(** * Layers and their Jacobians *)

Definition layer := vector -> vector.

(** [J] is the Jacobian at [x] of a layer from [n] to [m] components: along
    every direction [v], component [i] of the layer has derivative
    [(J * v) i].  (The derivative at 0 of one real variable is the standard
    library's, so that [J] is the derivative itself and not a formula.)
    There is at most one such [J], and a total derivative is one:
    [jacobian_unique] and [total_derivative_is_jacobian] in [Derivatives.v]. *)
Definition jacobian (m n : nat) (f : layer) (x : vector) (J : matrix) : Prop :=
  forall (v : vector) (i : nat), (i < m)%nat ->
  derivable_pt_lim (fun t => f (fun j => x j + t * v j) i) 0 (mat_vec n J v i).

(** [W * x], for a weight matrix with [n] columns. *)
Definition dense (n : nat) (W : matrix) : layer := mat_vec n W.

Definition relu : layer := fun x i => Rmax 0 (x i).

(** [exp (x i) / (exp (x 0) + ... + exp (x (n - 1)))]; the divisor is
    positive for [n >= 1]. *)
Definition softmax (n : nat) : layer :=
  fun x i => exp (x i) / sum_below n (fun j => exp (x j)).

(** [(x i - mean) / sqrt (variance + eps)]; root and quotient are defined for
    [n >= 1] and [eps > 0]. *)
Definition layernorm (n : nat) (eps : R) : layer :=
  fun x i => (x i - mean n x) / sqrt (variance n x + eps).

(** [x + f x] *)
Definition residual (f : layer) : layer := fun x i => x i + f x i.

(** [f] first, then [g]. *)
Definition sequential (f g : layer) : layer := fun x => g (f x).

(** [f], [k] times. *)
Fixpoint repeat_layer (f : layer) (k : nat) : layer :=
  match k with
  | O => fun x => x
  | S l => sequential f (repeat_layer f l)
  end.
