/** Can a computation cover every case? Enumeration of finite domains, branch and bound over boxes. */
@org.jspecify.annotations.NullMarked
package gradlab.verification.certificate;
