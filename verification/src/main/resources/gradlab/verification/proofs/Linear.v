(** Linear layers: powers of a recurrent matrix, and stacks of skip connections
    that are scaled by their depth. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Derivatives Gradlab.Matrices Gradlab.Curves Gradlab.SmallestSingular.

Lemma power_commutes : forall n A k x,
  same_vector n (mat_vec n A (mat_vec n (mat_power n A k) x))
                (mat_vec n (mat_power n A k) (mat_vec n A x)).
Proof.
  induction k as [|k IH]; intros x i Hi.
  - simpl mat_power. rewrite mat_vec_identity by assumption.
    apply (mat_vec_same n n A _ x (mat_vec_identity n x) i Hi).
  - cbn [mat_power]. rewrite !mat_vec_product.
    apply (mat_vec_same n n A); [|assumption]. intros j Hj. now apply IH.
Qed.

Lemma transpose_identity : transpose identity_matrix = identity_matrix.
Proof.
  apply FunctionalExtensionality.functional_extensionality. intro i.
  apply FunctionalExtensionality.functional_extensionality. intro j.
  unfold transpose, identity_matrix. now rewrite Nat.eqb_sym.
Qed.

Lemma transpose_power : forall n A k x,
  same_vector n (mat_vec n (transpose (mat_power n A k)) x)
                (mat_vec n (mat_power n (transpose A) k) x).
Proof.
  induction k as [|k IH]; intros x i Hi.
  - simpl mat_power. now rewrite transpose_identity.
  - cbn [mat_power]. rewrite transpose_product, !mat_vec_product.
    rewrite (IH (mat_vec n (transpose A) x) i Hi).
    symmetry. now apply power_commutes.
Qed.

Lemma smooth_repeat_dense : forall n W m x,
  smooth n n (repeat_layer (dense n W) m) x (mat_power n W m).
Proof.
  intros n W m. induction m as [|m IH]; intro x.
  - apply smooth_identity.
  - cbn [repeat_layer].
    apply smooth_same with (mat_mul n (mat_power n W m) W).
    + apply same_action. intros v i Hi. cbn [mat_power]. rewrite !mat_vec_product.
      symmetry. now apply power_commutes.
    + apply smooth_sequential; [apply smooth_dense|apply IH].
Qed.

Lemma transpose_same : forall m n A B, same_matrix m n A B ->
  same_matrix n m (transpose A) (transpose B).
Proof. intros m n A B E i j Hi Hj. now apply E. Qed.

Theorem linear_rnn_power :
  forall (m n : nat) (W : matrix) (h g : vector),
  (m <= 12)%nat -> (1 <= n <= 5)%nat ->
  (exists J, jacobian n n (repeat_layer (dense n W) m) h J) /\
  (forall J, jacobian n n (repeat_layer (dense n W) m) h J ->
     same_vector n (mat_vec n (transpose J) g)
                   (mat_vec n (mat_power n (transpose W) m) g)).
Proof.
  intros m n W h g _ _.
  pose proof (smooth_jacobian _ _ _ _ _ (smooth_repeat_dense n W m h)) as H. split.
  - now exists (mat_power n W m).
  - intros J HJ i Hi. rewrite <- (transpose_power n W m g i Hi).
    apply (mat_vec_ext n n); [|now intros j _|assumption].
    apply transpose_same. intros r c Hr Hc. now apply (jacobian_unique n n _ h J _ r c HJ H).
Qed.

Theorem linear_rnn_power_not_vacuous : exists m n : nat, (m <= 12)%nat /\ (1 <= n <= 5)%nat.
Proof. exists 12%nat, 5%nat. lia. Qed.

(** * Skip connections scaled by depth *)

(** Between which factors a Jacobian, and its transpose, stretch. *)
Definition stretches_between (n : nat) (low high : R) (J : matrix) : Prop :=
  norm_at_least n (transpose J) low /\ norm_at_most n n (transpose J) high.

Definition everywhere_between (n : nat) (f : layer) (low high : R) : Prop :=
  forall x, exists J, smooth n n f x J /\ stretches_between n low high J.

Lemma between_sequential : forall n f g a b c d, 0 <= a -> 0 <= b ->
  everywhere_between n f a b -> everywhere_between n g c d ->
  everywhere_between n (sequential f g) (a * c) (b * d).
Proof.
  intros n f g a b c d Ha Hb Hf Hg x.
  destruct (Hf x) as (J & HJ & HJl & HJh). destruct (Hg (f x)) as (K & HK & HKl & HKh).
  exists (mat_mul n K J). split; [now apply smooth_sequential|].
  split; rewrite transpose_product; [now apply norm_at_least_product|now apply norm_at_most_mul].
Qed.

Lemma between_repeat : forall n f a b k, 0 <= a -> 0 <= b ->
  everywhere_between n f a b -> everywhere_between n (repeat_layer f k) (a ^ k) (b ^ k).
Proof.
  intros n f a b k Ha Hb Hf. induction k as [|k IH].
  - intro x. exists identity_matrix. split; [apply smooth_identity|].
    simpl pow. split; rewrite transpose_identity; [|apply norm_at_most_identity].
    intro v. rewrite Rmult_1_l. apply Req_le, norm_ext. intros i Hi.
    symmetry. now apply mat_vec_identity.
  - cbn [repeat_layer pow]. now apply between_sequential.
Qed.

(** An added matrix of norm [d] changes lengths by the factor [1 - d] at least
    and [1 + d] at most, forwards and backwards. *)
Lemma between_residual : forall n A d, 0 <= d -> norm_at_most n n A d ->
  everywhere_between n (residual (dense n A)) (1 - d) (1 + d).
Proof.
  intros n A d Hd HA x. exists (mat_plus identity_matrix A).
  split; [apply smooth_residual, smooth_dense|].
  pose proof (norm_at_most_transpose n n A d Hd HA) as HAt.
  assert (E : forall v, norm n (mat_vec n (transpose (mat_plus identity_matrix A)) v) =
                        norm n (mat_vec n (mat_plus identity_matrix (transpose A)) v)).
  { intro v. apply norm_ext. intros i Hi. rewrite <- transpose_identity at 1. reflexivity. }
  split; intro v; rewrite E.
  - now apply identity_plus_at_least.
  - now apply identity_plus_at_most.
Qed.

Lemma one_plus_le_exp : forall x, 1 + x <= exp x.
Proof.
  intro x. destruct (Req_dec x 0) as [->|E]; [rewrite exp_0; lra|].
  left. now apply exp_ineq1.
Qed.

Lemma exp_power : forall x k, exp x ^ k = exp (INR k * x).
Proof.
  intros x k. induction k as [|k IH].
  - simpl. rewrite Rmult_0_l. symmetry. apply exp_0.
  - rewrite S_INR. simpl pow. rewrite IH, <- exp_plus. f_equal. ring.
Qed.

Theorem residual_scaled_by_depth :
  forall (k n : nat) (c : R) (A B C : matrix) (g : vector) (a b d : R),
  (1 <= k <= 12)%nat -> (1 <= n <= 3)%nat -> 1 / 1000 <= c <= 3 ->
  entries_between n n (- c / (3 * INR k * INR n)) (c / (3 * INR k * INR n)) A ->
  entries_between n n (- c / (3 * INR k * INR n)) (c / (3 * INR k * INR n)) B ->
  entries_between n n (- c / (3 * INR k * INR n)) (c / (3 * INR k * INR n)) C ->
  spectral_norm n n A a -> spectral_norm n n B b -> spectral_norm n n C d ->
  a <= c / (3 * INR k) /\ b <= c / (3 * INR k) /\ d <= c / (3 * INR k) ->
  let L := (3 * k)%nat in
  let block := sequential (sequential (residual (dense n A)) (residual (dense n B)))
                          (residual (dense n C)) in
  let stack := repeat_layer block k in
  (exists J, jacobian n n stack (fun _ => 0) J) /\
  (forall J, jacobian n n stack (fun _ => 0) J ->
     let back := mat_vec n (transpose J) g in
     (1 - c / INR L) ^ L * norm n g <= norm n back /\ norm n back <= exp c * norm n g).
Proof.
  intros k n c A B C g a b d Hk _ Hc _ _ _ (_ & HA & _) (_ & HB & _) (_ & HC & _) (Ha & Hb & Hd)
    L block stack.
  assert (Hkr : 1 <= INR k) by (replace 1 with (INR 1) by reflexivity; apply le_INR; lia).
  assert (HL : INR L = 3 * INR k) by (unfold L; rewrite mult_INR; simpl; ring).
  set (e := c / (3 * INR k)) in *.
  assert (He : 0 <= e <= 1).
  { unfold e. split.
    - apply Rmult_le_pos; [lra|]. left. apply Rinv_0_lt_compat. lra.
    - apply Rmult_le_reg_r with (3 * INR k); [lra|].
      unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  assert (Hblock : everywhere_between n block ((1 - e) ^ 3) ((1 + e) ^ 3)).
  { replace ((1 - e) ^ 3) with ((1 - e) * (1 - e) * (1 - e)) by ring.
    replace ((1 + e) ^ 3) with ((1 + e) * (1 + e) * (1 + e)) by ring.
    apply (norm_at_most_weaken n n A a e) in HA; [|assumption].
    apply (norm_at_most_weaken n n B b e) in HB; [|assumption].
    apply (norm_at_most_weaken n n C d e) in HC; [|assumption].
    repeat apply between_sequential; try nra; apply between_residual; assumption || lra. }
  assert (Hstack : everywhere_between n stack ((1 - e) ^ L) ((1 + e) ^ L)).
  { unfold L. rewrite !pow_mult. apply between_repeat; [apply pow_le; lra|apply pow_le; lra|].
    assumption. }
  destruct (Hstack (fun _ => 0)) as (K & HK & Hlow & Hhigh).
  apply smooth_jacobian in HK. split; [now exists K|]. intros J HJ back.
  assert (E : norm n back = norm n (mat_vec n (transpose K) g)).
  { apply norm_ext. apply mat_vec_ext; [|now intros j _].
    apply transpose_same. intros r s Hr Hs. now apply (jacobian_unique n n stack (fun _ => 0)). }
  rewrite E, HL. fold e. split; [apply Hlow|].
  eapply Rle_trans; [apply Hhigh|]. apply Rmult_le_compat_r; [apply norm_nonneg|].
  apply Rle_trans with (exp e ^ L).
  - apply pow_incr. pose proof (one_plus_le_exp e). lra.
  - right. rewrite exp_power. f_equal. rewrite HL. unfold e. field. lra.
Qed.

Theorem residual_scaled_by_depth_not_vacuous :
  exists (k n : nat) (c : R) (A B C : matrix) (a b d : R),
  (1 <= k <= 12)%nat /\ (1 <= n <= 3)%nat /\ 1 / 1000 <= c <= 3 /\
  entries_between n n (- c / (3 * INR k * INR n)) (c / (3 * INR k * INR n)) A /\
  entries_between n n (- c / (3 * INR k * INR n)) (c / (3 * INR k * INR n)) B /\
  entries_between n n (- c / (3 * INR k * INR n)) (c / (3 * INR k * INR n)) C /\
  spectral_norm n n A a /\ spectral_norm n n B b /\ spectral_norm n n C d /\
  (a <= c / (3 * INR k) /\ b <= c / (3 * INR k) /\ d <= c / (3 * INR k)).
Proof.
  set (M := mat_scale (1 / 3) identity_matrix).
  assert (HM : spectral_norm 1 1 M (1 / 3)) by (apply spectral_norm_scalar; [lia|lra]).
  assert (He : entries_between 1 1 (- (1) / (3 * INR 1 * INR 1)) (1 / (3 * INR 1 * INR 1)) M).
  { intros i j _ _. simpl INR. unfold M, mat_scale, identity_matrix.
    destruct (Nat.eqb i j); lra. }
  exists 1%nat, 1%nat, 1, M, M, M, (1 / 3), (1 / 3), (1 / 3).
  repeat (split; [first [assumption|lia|lra]|]). simpl INR. lra.
Qed.
