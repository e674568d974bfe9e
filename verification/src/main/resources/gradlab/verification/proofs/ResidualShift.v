(** A skip connection (he2016) adds one to every eigenvalue of the Jacobian. *)

Require Import Lra Lia.
Require Import Gradlab.Vocabulary Gradlab.Sums Gradlab.Norms Gradlab.Derivatives.

(** The Jacobian of [x + f x] is the identity plus that of [f]. *)
Theorem residual_jacobian : forall n f x J,
  jacobian n n f x J ->
  jacobian n n (residual f) x (mat_plus identity_matrix J).
Proof.
  intros n f x J H v i Hi. unfold residual.
  eapply derivative_value.
  - apply (derivable_pt_lim_plus (fun t => x i + t * v i)).
    + apply derivative_line.
    + now apply H.
  - unfold mat_vec, mat_plus. rewrite <- (sum_identity n i v Hi), <- sum_plus.
    apply sum_ext. intros. ring.
Qed.

Lemma det_ext : forall n A B, (forall i j, A i j = B i j) -> det n A = det n B.
Proof.
  induction n as [|n IH]; intros A B H; [reflexivity|].
  cbn [det]. apply sum_ext. intros j _. rewrite H, (IH (minor j A) (minor j B)); [reflexivity|].
  intros r c. apply H.
Qed.

(** The characteristic polynomials of [J] at [lambda] and of [I + J] at
    [lambda + 1] are equal, in every dimension: equal real roots, with their
    multiplicities. *)
Theorem residual_eigenvalue_shift_general : forall n J lambda,
  det n (mat_minus (mat_plus identity_matrix J)
                   (mat_scale (lambda + 1) identity_matrix)) =
  det n (mat_minus J (mat_scale lambda identity_matrix)).
Proof.
  intros. apply det_ext. intros. unfold mat_minus, mat_plus, mat_scale. ring.
Qed.

Theorem residual_eigenvalue_shift :
  forall (n : nat) (J : matrix) (lambda : R), (1 <= n <= 6)%nat ->
  det n (mat_minus (mat_plus identity_matrix J)
                   (mat_scale (lambda + 1) identity_matrix)) =
  det n (mat_minus J (mat_scale lambda identity_matrix)).
Proof. intros. apply residual_eigenvalue_shift_general. Qed.

Theorem residual_eigenvalue_shift_not_vacuous :
  exists n : nat, (1 <= n <= 6)%nat.
Proof. exists 6%nat. lia. Qed.

(** * Eigenvectors *)

Lemma identity_plus : forall n J v i, (i < n)%nat ->
  mat_vec n (mat_plus identity_matrix J) v i = v i + mat_vec n J v i.
Proof.
  intros n J v i Hi. unfold mat_vec, mat_plus.
  rewrite <- (sum_identity n i v Hi), <- sum_plus.
  apply sum_ext. intros. ring.
Qed.

(** The eigenvectors stay, and so does the eigenvalue but for the one. *)
Theorem residual_eigenvector_shift : forall n J lambda v,
  (forall i, (i < n)%nat -> mat_vec n J v i = lambda * v i) <->
  (forall i, (i < n)%nat ->
     mat_vec n (mat_plus identity_matrix J) v i = (lambda + 1) * v i).
Proof.
  intros n J lambda v. split; intros H i Hi; specialize (H i Hi);
    rewrite identity_plus in * by assumption; lra.
Qed.

(** The complex eigenvalue [a + b i] with eigenvector [u + w i]: only the
    real part moves. *)
Theorem residual_complex_eigenvector_shift : forall n J a b u w,
  (forall i, (i < n)%nat ->
     mat_vec n J u i = a * u i - b * w i /\ mat_vec n J w i = b * u i + a * w i) <->
  (forall i, (i < n)%nat ->
     mat_vec n (mat_plus identity_matrix J) u i = (a + 1) * u i - b * w i /\
     mat_vec n (mat_plus identity_matrix J) w i = b * u i + (a + 1) * w i).
Proof.
  intros n J a b u w. split; intros H i Hi; specialize (H i Hi);
    rewrite !identity_plus in * by assumption; lra.
Qed.
