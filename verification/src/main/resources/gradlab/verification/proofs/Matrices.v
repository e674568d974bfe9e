(** Laws of matrices and of what they do to vectors. *)

Require Import Lra Lia FunctionalExtensionality.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm.

(** * Acting on vectors *)

Lemma mat_vec_ext : forall m n A B x y, same_matrix m n A B -> same_vector n x y ->
  same_vector m (mat_vec n A x) (mat_vec n B y).
Proof.
  intros m n A B x y HA Hx i Hi. apply sum_ext. intros j Hj.
  now rewrite (HA i j), (Hx j).
Qed.

Lemma mat_vec_same : forall m n A x y, same_vector n x y ->
  same_vector m (mat_vec n A x) (mat_vec n A y).
Proof. intros. apply mat_vec_ext; [|assumption]. intros i j _ _. reflexivity. Qed.

Lemma mat_vec_product : forall n A B x,
  mat_vec n (mat_mul n A B) x = mat_vec n A (mat_vec n B x).
Proof. intros. apply functional_extensionality. intro. apply mat_vec_mul. Qed.

Lemma mat_vec_identity : forall n x, same_vector n (mat_vec n identity_matrix x) x.
Proof. intros n x i Hi. now apply sum_identity. Qed.

Lemma mat_vec_scaled : forall n c A x i,
  mat_vec n (mat_scale c A) x i = c * mat_vec n A x i.
Proof.
  intros. unfold mat_vec, mat_scale. rewrite <- sum_scale. apply sum_ext. intros. ring.
Qed.

Lemma mat_vec_sum : forall n A B x i,
  mat_vec n (mat_plus A B) x i = mat_vec n A x i + mat_vec n B x i.
Proof.
  intros. unfold mat_vec, mat_plus. rewrite <- sum_plus. apply sum_ext. intros. ring.
Qed.

Lemma mat_vec_difference : forall n A B x i,
  mat_vec n (mat_minus A B) x i = mat_vec n A x i - mat_vec n B x i.
Proof.
  intros. unfold mat_vec, mat_minus. rewrite <- sum_minus. apply sum_ext. intros. ring.
Qed.

Lemma mat_vec_linear : forall n A a b x y i,
  mat_vec n A (fun j => a * x j + b * y j) i = a * mat_vec n A x i + b * mat_vec n A y i.
Proof.
  intros. unfold mat_vec. rewrite <- !sum_scale, <- sum_plus.
  apply sum_ext. intros. ring.
Qed.

Lemma mat_vec_diag : forall n d x i, (i < n)%nat -> mat_vec n (diag d) x i = d i * x i.
Proof.
  intros n d x i Hi. unfold mat_vec, diag.
  rewrite (sum_ext _ _ (fun j => identity_matrix i j * (d i * x j)))
    by (intros j _; unfold identity_matrix; destruct (Nat.eqb i j); ring).
  now apply (sum_identity n i (fun j => d i * x j)).
Qed.

Lemma transpose_product : forall n A B,
  transpose (mat_mul n A B) = mat_mul n (transpose B) (transpose A).
Proof.
  intros. apply functional_extensionality. intro i.
  apply functional_extensionality. intro j.
  apply sum_ext. intros. unfold transpose. ring.
Qed.

Lemma mat_mul_column : forall n A B i j,
  mat_mul n A B i j = mat_vec n A (fun k => B k j) i.
Proof. reflexivity. Qed.

(** Matrices that act alike are the same. *)
Lemma same_action : forall m n A B,
  (forall x, same_vector m (mat_vec n A x) (mat_vec n B x)) -> same_matrix m n A B.
Proof.
  intros m n A B H i j Hi Hj.
  assert (E : forall M, mat_vec n M (identity_matrix j) i = M i j).
  { intro M. rewrite <- (sum_identity n j (M i) Hj).
    apply sum_ext. intros. ring. }
  rewrite <- (E A), <- (E B). now apply H.
Qed.

(** * Norms *)

Lemma dot_comm : forall n x y, dot n x y = dot n y x.
Proof. intros. apply sum_ext. intros. ring. Qed.

Lemma dot_ext : forall n x y u v, same_vector n x u -> same_vector n y v ->
  dot n x y = dot n u v.
Proof. intros n x y u v H K. apply sum_ext. intros i Hi. now rewrite H, K. Qed.

Lemma dot_linear : forall n a b x y z,
  dot n (fun i => a * x i + b * y i) z = a * dot n x z + b * dot n y z.
Proof.
  intros. unfold dot. rewrite <- !sum_scale, <- sum_plus.
  apply sum_ext. intros. ring.
Qed.

Lemma norm_zero : forall n x, same_vector n x (fun _ => 0) -> norm n x = 0.
Proof.
  intros n x H. unfold norm. rewrite (dot_ext n x x _ _ H H).
  unfold dot. rewrite (sum_ext _ _ (fun _ => 0)), sum_zero by (intros; ring).
  apply sqrt_0.
Qed.

Lemma norm_pos : forall n x i, (i < n)%nat -> x i <> 0 -> 0 < norm n x.
Proof.
  intros n x i Hi Hx. pose proof (component_le_norm n x i Hi).
  pose proof (Rabs_pos_lt _ Hx). lra.
Qed.

(** The first unit vector. *)
Lemma norm_unit : forall n, (1 <= n)%nat -> norm n (identity_matrix 0%nat) = 1.
Proof.
  intros n Hn. unfold norm, dot.
  rewrite (sum_identity n 0 (identity_matrix 0%nat)) by lia. apply sqrt_1.
Qed.

Lemma norm_at_most_same : forall m n A B c, same_matrix m n A B ->
  norm_at_most m n A c -> norm_at_most m n B c.
Proof.
  intros m n A B c H HA x.
  rewrite (norm_ext m _ (mat_vec n A x)); [apply HA|].
  intros i Hi. symmetry. apply (mat_vec_ext m n A B x x); [assumption| |assumption].
  now intros j _.
Qed.

Lemma norm_at_most_scale : forall m n A a c, norm_at_most m n A c ->
  norm_at_most m n (mat_scale a A) (Rabs a * c).
Proof.
  intros m n A a c H x.
  rewrite (norm_ext m _ (fun i => a * mat_vec n A x i))
    by (intros; apply mat_vec_scaled).
  rewrite norm_scale, Rmult_assoc.
  apply Rmult_le_compat_l; [apply Rabs_pos|apply H].
Qed.

Lemma norm_at_most_diag : forall n d c, 0 <= c -> (forall i, (i < n)%nat -> Rabs (d i) <= c) ->
  norm_at_most n n (diag d) c.
Proof.
  intros n d c Hc H x. apply norm_le; [assumption|].
  unfold dot. rewrite <- sum_scale. apply sum_le. intros i Hi.
  rewrite mat_vec_diag by assumption.
  replace (d i * x i * (d i * x i)) with (Rabs (d i) ^ 2 * x i ^ 2)
    by (rewrite pow2_abs; ring).
  replace (x i * x i) with (x i ^ 2) by ring.
  apply Rmult_le_compat_r; [apply pow2_ge_0|].
  apply pow_incr. split; [apply Rabs_pos|auto].
Qed.

Lemma norm_at_most_power : forall n A c k, 0 <= c -> norm_at_most n n A c ->
  norm_at_most n n (mat_power n A k) (c ^ k).
Proof.
  intros n A c k Hc HA. induction k as [|k IH]; simpl.
  - apply norm_at_most_identity.
  - now apply norm_at_most_mul.
Qed.

Lemma spectral_norm_le : forall m n A s c, spectral_norm m n A s -> 0 <= c ->
  norm_at_most m n A c -> s <= c.
Proof. intros m n A s c (_ & _ & H) Hc HA. now apply H. Qed.

(** A vector that is stretched shows that the norm is at least so large. *)
Lemma spectral_norm_ge : forall m n A s c x, spectral_norm m n A s -> 0 < norm n x ->
  c * norm n x <= norm m (mat_vec n A x) -> c <= s.
Proof.
  intros m n A s c x (_ & H & _) Hx Hc. specialize (H x).
  apply Rmult_le_reg_r with (norm n x); lra.
Qed.

Lemma spectral_norm_scalar : forall n c, (1 <= n)%nat -> 0 <= c ->
  spectral_norm n n (mat_scale c identity_matrix) c.
Proof.
  intros n c Hn Hc.
  apply spectral_norm_attained with (identity_matrix 0%nat); [assumption| | |].
  - rewrite <- (Rmult_1_r c) at 2. rewrite <- (Rabs_right c) at 2 by lra.
    apply norm_at_most_scale, norm_at_most_identity.
  - rewrite norm_unit by assumption. lra.
  - rewrite <- (Rabs_right c) at 2 by lra. rewrite <- norm_scale. apply norm_ext.
    intros i Hi. rewrite mat_vec_scaled, mat_vec_identity by assumption. reflexivity.
Qed.

(** * Chains *)

Lemma chain_at_most : forall n L Js c, 0 <= c ->
  (forall l, (l < L)%nat -> norm_at_most n n (Js l) c) ->
  norm_at_most n n (chain n L Js) (c ^ L).
Proof.
  intros n L Js c Hc H. induction L as [|L IH]; simpl.
  - apply norm_at_most_identity.
  - apply norm_at_most_mul; auto.
Qed.

Lemma norm_at_least_product : forall n A B a b, 0 <= a ->
  norm_at_least n A a -> norm_at_least n B b -> norm_at_least n (mat_mul n A B) (a * b).
Proof.
  intros n A B a b Ha HA HB x. rewrite mat_vec_product.
  eapply Rle_trans; [|apply HA]. rewrite Rmult_assoc.
  now apply Rmult_le_compat_l.
Qed.

(** Backwards through a chain, each layer stretching by at least [c]. *)
Lemma chain_transpose_at_least : forall n L Js c, 0 <= c ->
  (forall l, (l < L)%nat -> norm_at_least n (transpose (Js l)) c) ->
  norm_at_least n (transpose (chain n L Js)) (c ^ L).
Proof.
  intros n L Js c Hc H. induction L as [|L IH].
  - intro x. simpl. rewrite Rmult_1_l. apply Req_le, norm_ext. intros i Hi.
    symmetry. unfold transpose. unfold mat_vec.
    rewrite (sum_ext _ _ (fun j => identity_matrix i j * x j)).
    + now apply sum_identity.
    + intros j _. unfold identity_matrix. now rewrite Nat.eqb_sym.
  - cbn [chain]. rewrite transpose_product.
    replace (c ^ S L) with (c ^ L * c) by (simpl; ring).
    apply norm_at_least_product; auto using pow_le.
Qed.
