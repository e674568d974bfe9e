(** Orthogonal matrices keep every length, and so do their transposes. *)

Require Import Lra Lia FunctionalExtensionality.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.Matrices.

(** The sum of the squares of all entries of [Q Q' - I] is
    [trace (Q Q' Q Q') - 2 trace (Q Q') + n], which is 0. *)
Theorem orthogonal_transpose : forall n Q, orthogonal n Q -> orthogonal n (transpose Q).
Proof.
  intros n Q HQ. set (P := mat_mul n Q (transpose Q)).
  assert (Hproduct : forall i k, mat_mul n P P i k = P i k).
  { intros i k. unfold P, mat_mul, transpose.
    rewrite (sum_ext n _ (fun j => sum_below n (fun a => sum_below n (fun b =>
       Q i a * Q k b * (Q j a * Q j b))))).
    2: { intros j _. rewrite <- sum_scale_right. apply sum_ext. intros a _.
         rewrite <- sum_scale. apply sum_ext. intros b _. ring. }
    rewrite sum_swap. apply sum_ext. intros a Ha.
    rewrite sum_swap.
    rewrite (sum_ext n _ (fun b => identity_matrix a b * (Q i a * Q k b))).
    - now apply (sum_identity n a (fun b => Q i a * Q k b)).
    - intros b Hb. rewrite sum_scale.
      replace (sum_below n (fun j => Q j a * Q j b)) with (identity_matrix a b)
        by (symmetry; exact (HQ a b Ha Hb)).
      ring. }
  assert (Hsym : forall i k, P i k = P k i)
    by (intros; apply sum_ext; intros; unfold transpose; ring).
  assert (Htrace : sum_below n (fun i => P i i) = INR n).
  { unfold P, mat_mul, transpose. rewrite sum_swap.
    rewrite (sum_ext n _ (fun j => 1)), sum_const; [ring|].
    intros j Hj. etransitivity; [exact (HQ j j Hj Hj)|]. unfold identity_matrix. now rewrite Nat.eqb_refl. }
  assert (Hrow : forall i, (i < n)%nat ->
    sum_below n (fun k => (P i k - identity_matrix i k) ^ 2) = 1 - P i i).
  { intros i Hi.
    rewrite (sum_ext n _ (fun k => P i k * P k i
        - identity_matrix i k * (2 * P i k - 1))).
    - rewrite sum_minus, sum_identity by assumption.
      pose proof (Hproduct i i) as E.
      unfold mat_mul at 1 in E. rewrite E. ring.
    - intros k _. rewrite (Hsym k i). unfold identity_matrix.
      destruct (Nat.eqb i k); ring. }
  intros i k Hi Hk. change (P i k = identity_matrix i k).
  assert (Hall : sum_below n (fun i => 1 - P i i) = 0)
    by (rewrite sum_minus, sum_const, Htrace; ring).
  assert (Hpos : forall i, (i < n)%nat -> 0 <= 1 - P i i).
  { intros a Ha. rewrite <- (Hrow a Ha). apply sum_nonneg. intros. apply pow2_ge_0. }
  pose proof (sum_term n (fun i => 1 - P i i) i Hpos Hi) as H1. cbv beta in H1.
  pose proof (sum_term n (fun k => (P i k - identity_matrix i k) ^ 2) k
                (fun _ _ => pow2_ge_0 _) Hk) as H2. cbv beta in H2.
  rewrite (Hrow i Hi) in H2.
  assert (E : (P i k - identity_matrix i k) ^ 2 = 0)
    by (pose proof (pow2_ge_0 (P i k - identity_matrix i k)); lra).
  nra.
Qed.

Lemma orthogonal_undoes : forall n Q x, orthogonal n Q ->
  same_vector n (mat_vec n (transpose Q) (mat_vec n Q x)) x.
Proof.
  intros n Q x HQ i Hi. rewrite <- mat_vec_product.
  rewrite (mat_vec_ext n n _ identity_matrix x x HQ (fun _ _ => eq_refl) i Hi).
  now apply mat_vec_identity.
Qed.

Lemma orthogonal_undone : forall n Q x, orthogonal n Q ->
  same_vector n (mat_vec n Q (mat_vec n (transpose Q) x)) x.
Proof.
  intros n Q x HQ. apply (orthogonal_undoes n (transpose Q)).
  now apply orthogonal_transpose.
Qed.

Theorem orthogonal_norm : forall n Q x, orthogonal n Q -> norm n (mat_vec n Q x) = norm n x.
Proof.
  intros n Q x HQ. unfold norm. f_equal. rewrite dot_transpose.
  apply dot_ext; [now intros i _|now apply orthogonal_undoes].
Qed.

Lemma orthogonal_at_most : forall n Q, orthogonal n Q -> norm_at_most n n Q 1.
Proof. intros n Q HQ x. rewrite orthogonal_norm by assumption. lra. Qed.

Lemma orthogonal_identity : forall n, orthogonal n identity_matrix.
Proof.
  intros n i j Hi Hj. unfold mat_mul, transpose.
  rewrite (sum_ext _ _ (fun k => identity_matrix i k * identity_matrix k j))
    by (intros k _; unfold identity_matrix at 1 3; now rewrite Nat.eqb_sym).
  now apply (sum_identity n i (fun k => identity_matrix k j)).
Qed.

(** * A chain of them *)

Theorem orthogonal_chain : forall n L Qs x,
  (forall l, (l < L)%nat -> orthogonal n (Qs l)) ->
  norm n (mat_vec n (chain n L Qs) x) = norm n x /\
  norm n (mat_vec n (transpose (chain n L Qs)) x) = norm n x.
Proof.
  intros n L Qs. induction L as [|L IH]; intros x H; cbn [chain].
  - split; apply norm_ext; intros i Hi; [now apply mat_vec_identity|].
    unfold mat_vec, transpose.
    rewrite (sum_ext _ _ (fun j => identity_matrix i j * x j))
      by (intros j _; unfold identity_matrix; now rewrite Nat.eqb_sym).
    now apply sum_identity.
  - assert (HL : orthogonal n (Qs L)) by auto.
    assert (H' : forall l, (l < L)%nat -> orthogonal n (Qs l)) by auto.
    rewrite transpose_product, !mat_vec_product. split.
    + rewrite orthogonal_norm by assumption. now apply IH.
    + rewrite (proj2 (IH _ H')). apply orthogonal_norm.
      now apply orthogonal_transpose.
Qed.

Theorem orthogonal_isometry :
  forall (L n : nat) (Qs : nat -> matrix) (x : vector),
  (1 <= L <= 6)%nat -> (1 <= n <= 8)%nat ->
  (forall l, (l < L)%nat -> orthogonal n (Qs l)) ->
  norm n (mat_vec n (chain n L Qs) x) = norm n x /\
  norm n (mat_vec n (transpose (chain n L Qs)) x) = norm n x.
Proof. intros. now apply orthogonal_chain. Qed.

Theorem orthogonal_isometry_not_vacuous :
  exists (L n : nat) (Qs : nat -> matrix), (1 <= L <= 6)%nat /\ (1 <= n <= 8)%nat /\
  forall l, (l < L)%nat -> orthogonal n (Qs l).
Proof.
  exists 6%nat, 8%nat, (fun _ => identity_matrix). repeat split; try lia.
  intros. apply orthogonal_identity.
Qed.
