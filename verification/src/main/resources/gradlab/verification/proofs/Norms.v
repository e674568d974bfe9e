(** The Euclidean norm, and bounds on what a matrix does to it. *)

Require Import Lra Lia.
Require Import Gradlab.Vocabulary Gradlab.Sums.

(** * The Cauchy-Schwarz inequality, with weights *)

Lemma cross_term : forall a b c x y,
  0 <= a -> 0 <= b -> c ^ 2 <= a * b -> 2 * c * (x * y) <= a * y ^ 2 + b * x ^ 2.
Proof.
  intros a b c x y Ha Hb Hc.
  assert (Hr : Rabs c <= sqrt a * sqrt b).
  { rewrite <- sqrt_mult by assumption.
    rewrite <- (sqrt_Rsqr_abs c). apply sqrt_le_1_alt. unfold Rsqr. nra. }
  assert (Hx : c * (x * y) <= sqrt a * sqrt b * Rabs (x * y)).
  { apply Rle_trans with (Rabs (c * (x * y))); [apply Rle_abs|].
    rewrite Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos|assumption]. }
  rewrite Rabs_mult in Hx.
  assert (Hs : 0 <= (sqrt a * Rabs y - sqrt b * Rabs x) ^ 2) by apply pow2_ge_0.
  pose proof (sqrt_sqrt a Ha) as Ea. pose proof (sqrt_sqrt b Hb) as Eb.
  replace (y ^ 2) with (Rabs y ^ 2) by apply pow2_abs.
  replace (x ^ 2) with (Rabs x ^ 2) by apply pow2_abs.
  replace (a * Rabs y ^ 2) with ((sqrt a * sqrt a) * Rabs y ^ 2) by (rewrite Ea; ring).
  replace (b * Rabs x ^ 2) with ((sqrt b * sqrt b) * Rabs x ^ 2) by (rewrite Eb; ring).
  nra.
Qed.

Lemma weighted_cauchy_schwarz : forall n w x y,
  (forall i, (i < n)%nat -> 0 <= w i) ->
  sum_below n (fun i => w i * (x i * y i)) ^ 2 <=
  sum_below n (fun i => w i * x i ^ 2) * sum_below n (fun i => w i * y i ^ 2).
Proof.
  induction n as [|n IH]; intros w x y Hw; [simpl; lra|].
  cbn [sum_below].
  assert (Ha : 0 <= sum_below n (fun i => w i * x i ^ 2))
    by (apply sum_nonneg; intros; apply Rmult_le_pos; [auto|apply pow2_ge_0]).
  assert (Hb : 0 <= sum_below n (fun i => w i * y i ^ 2))
    by (apply sum_nonneg; intros; apply Rmult_le_pos; [auto|apply pow2_ge_0]).
  specialize (IH w x y (fun i Hi => Hw i (Nat.lt_lt_succ_r _ _ Hi))).
  pose proof (cross_term _ _ _ (x n) (y n) Ha Hb IH) as Hc.
  pose proof (Rmult_le_compat_l (w n) _ _ (Hw n (Nat.lt_succ_diag_r n)) Hc).
  nra.
Qed.

Lemma dot_self_nonneg : forall n x, 0 <= dot n x x.
Proof. intros. apply sum_nonneg. intros. nra. Qed.

Lemma cauchy_schwarz_squared : forall n x y,
  dot n x y ^ 2 <= dot n x x * dot n y y.
Proof.
  intros n x y.
  assert (E : forall u v, dot n u v = sum_below n (fun i => 1 * (u i * v i)))
    by (intros; apply sum_ext; intros; ring).
  rewrite !E.
  eapply Rle_trans; [apply (weighted_cauchy_schwarz n (fun _ => 1)); intros; lra|].
  apply Req_le. f_equal; apply sum_ext; intros; ring.
Qed.

(** * The Euclidean norm *)

Lemma norm_nonneg : forall n x, 0 <= norm n x.
Proof. intros. apply sqrt_pos. Qed.

Lemma norm_squared : forall n x, norm n x ^ 2 = dot n x x.
Proof.
  intros. unfold norm. simpl. rewrite Rmult_1_r.
  apply sqrt_sqrt, dot_self_nonneg.
Qed.

Lemma norm_ext : forall n x y,
  (forall i, (i < n)%nat -> x i = y i) -> norm n x = norm n y.
Proof.
  intros n x y H. unfold norm, dot. f_equal. apply sum_ext.
  intros i Hi. now rewrite H.
Qed.

(** An inequality between squares is one between what is squared. *)
Lemma norm_le : forall m n x y c, 0 <= c ->
  dot m x x <= c ^ 2 * dot n y y -> norm m x <= c * norm n y.
Proof.
  intros m n x y c Hc H.
  rewrite <- (sqrt_pow2 c Hc). unfold norm.
  rewrite <- sqrt_mult; [|apply pow2_ge_0|apply dot_self_nonneg].
  now apply sqrt_le_1_alt.
Qed.

Lemma norm_scale : forall n c x, norm n (fun i => c * x i) = Rabs c * norm n x.
Proof.
  intros n c x. unfold norm.
  replace (dot n (fun i => c * x i) (fun i => c * x i)) with (c ^ 2 * dot n x x).
  - rewrite sqrt_mult; [|apply pow2_ge_0|apply dot_self_nonneg].
    f_equal. rewrite <- Rsqr_pow2. apply sqrt_Rsqr_abs.
  - unfold dot. rewrite <- sum_scale. apply sum_ext. intros. ring.
Qed.

Lemma cauchy_schwarz : forall n x y, dot n x y <= norm n x * norm n y.
Proof.
  intros n x y. unfold norm.
  rewrite <- sqrt_mult by apply dot_self_nonneg.
  apply Rle_trans with (Rabs (dot n x y)); [apply Rle_abs|].
  rewrite <- sqrt_Rsqr_abs, Rsqr_pow2.
  apply sqrt_le_1_alt, cauchy_schwarz_squared.
Qed.

Lemma component_le_norm : forall n x i, (i < n)%nat -> Rabs (x i) <= norm n x.
Proof.
  intros n x i Hi. unfold norm. rewrite <- sqrt_Rsqr_abs.
  apply sqrt_le_1_alt.
  apply (sum_term n (fun k => x k * x k) i); [intros; nra|assumption].
Qed.

Lemma norm_zero_component : forall n x i,
  norm n x = 0 -> (i < n)%nat -> x i = 0.
Proof.
  intros n x i H Hi. pose proof (component_le_norm n x i Hi) as B.
  rewrite H in B. pose proof (Rabs_pos (x i)).
  destruct (Req_dec (x i) 0) as [E|E]; [assumption|].
  pose proof (Rabs_pos_lt _ E). lra.
Qed.

(** * Matrices *)

Lemma mat_vec_scale : forall n A c x i,
  mat_vec n A (fun j => c * x j) i = c * mat_vec n A x i.
Proof.
  intros. unfold mat_vec. rewrite <- sum_scale. apply sum_ext. intros. ring.
Qed.

Lemma mat_vec_mul : forall n A B x i,
  mat_vec n (mat_mul n A B) x i = mat_vec n A (mat_vec n B x) i.
Proof.
  intros n A B x i. unfold mat_vec, mat_mul.
  rewrite (sum_ext _ _ (fun k => sum_below n (fun j => A i j * B j k * x k)))
    by (intros; symmetry; apply sum_scale_right).
  rewrite sum_swap. apply sum_ext. intros j _.
  rewrite <- sum_scale. apply sum_ext. intros. ring.
Qed.

(** The transpose is the adjoint. *)
Lemma dot_transpose : forall m n A x y,
  dot m (mat_vec n A x) y = dot n x (mat_vec m (transpose A) y).
Proof.
  intros m n A x y. unfold dot, mat_vec, transpose.
  rewrite (sum_ext m _ (fun i => sum_below n (fun j => A i j * x j * y i)))
    by (intros; symmetry; apply sum_scale_right).
  rewrite sum_swap. apply sum_ext. intros j _.
  rewrite <- sum_scale. apply sum_ext. intros. ring.
Qed.

Lemma norm_at_most_transpose : forall m n A c, 0 <= c ->
  norm_at_most m n A c -> norm_at_most n m (transpose A) c.
Proof.
  intros m n A c Hc H y. set (z := mat_vec m (transpose A) y).
  destruct (norm_nonneg n z) as [Hz|Hz].
  - apply Rmult_le_reg_r with (norm n z); [assumption|].
    replace (norm n z * norm n z) with (dot n z z) by (rewrite <- norm_squared; ring).
    unfold z at 2. rewrite <- dot_transpose.
    eapply Rle_trans; [apply cauchy_schwarz|].
    pose proof (Rmult_le_compat_r (norm m y) _ _ (norm_nonneg m y) (H z)).
    lra.
  - rewrite <- Hz. apply Rmult_le_pos; [assumption|apply norm_nonneg].
Qed.

Lemma norm_at_most_mul : forall n A B a b, 0 <= a ->
  norm_at_most n n A a -> norm_at_most n n B b ->
  norm_at_most n n (mat_mul n A B) (a * b).
Proof.
  intros n A B a b Ha HA HB x.
  rewrite (norm_ext n _ (mat_vec n A (mat_vec n B x)))
    by (intros; apply mat_vec_mul).
  eapply Rle_trans; [apply HA|]. rewrite Rmult_assoc.
  apply Rmult_le_compat_l; auto.
Qed.

Lemma norm_at_most_identity : forall n, norm_at_most n n identity_matrix 1.
Proof.
  intros n x. rewrite Rmult_1_l. apply Req_le, norm_ext.
  intros i Hi. now apply sum_identity.
Qed.

(** Schur's test (schur1911) for a symmetric matrix: where every row's absolute values sum
    to at most [c], so does the spectral norm stay. *)
Lemma schur_test : forall n A c, 0 <= c ->
  (forall i j, A i j = A j i) ->
  (forall i, (i < n)%nat -> sum_below n (fun j => Rabs (A i j)) <= c) ->
  norm_at_most n n A c.
Proof.
  intros n A c Hc Hsym Hrow x. apply norm_le; [assumption|].
  assert (Hentry : forall i, (i < n)%nat ->
    mat_vec n A x i * mat_vec n A x i <=
    c * sum_below n (fun j => Rabs (A i j) * x j ^ 2)).
  { intros i Hi.
    pose (u := fun j => if Rle_dec 0 (A i j) then 1 else -1).
    assert (Hu : forall j, A i j = Rabs (A i j) * u j /\ u j ^ 2 = 1).
    { intro j. unfold u. destruct (Rle_dec 0 (A i j)).
      - rewrite Rabs_right by lra. lra.
      - rewrite Rabs_left by lra. lra. }
    pose proof (weighted_cauchy_schwarz n (fun j => Rabs (A i j)) u x
                  (fun _ _ => Rabs_pos _)) as W. cbv beta in W.
    replace (sum_below n (fun j => Rabs (A i j) * (u j * x j)))
      with (mat_vec n A x i) in W
      by (apply sum_ext; intros j _; rewrite (proj1 (Hu j)) at 1; ring).
    replace (sum_below n (fun j => Rabs (A i j) * u j ^ 2))
      with (sum_below n (fun j => Rabs (A i j))) in W
      by (apply sum_ext; intros j _; rewrite (proj2 (Hu j)); ring).
    eapply Rle_trans; [|eapply Rle_trans; [exact W|]]; [apply Req_le; ring|].
    apply Rmult_le_compat_r; [|auto].
    apply sum_nonneg. intros. apply Rmult_le_pos; [apply Rabs_pos|apply pow2_ge_0]. }
  unfold dot at 1. eapply Rle_trans; [apply sum_le, Hentry|].
  rewrite sum_scale, sum_swap.
  replace (c ^ 2 * dot n x x) with (c * (c * dot n x x)) by ring.
  apply Rmult_le_compat_l; [assumption|].
  unfold dot. rewrite <- sum_scale. apply sum_le. intros j Hj.
  rewrite sum_scale_right. simpl. rewrite Rmult_1_r.
  apply Rmult_le_compat_r; [nra|].
  rewrite (sum_ext _ _ (fun i => Rabs (A j i))); [auto|].
  intros i _. now rewrite Hsym.
Qed.

Lemma norm_at_most_weaken : forall m n A b c, b <= c ->
  norm_at_most m n A b -> norm_at_most m n A c.
Proof.
  intros m n A b c Hbc H v. eapply Rle_trans; [apply H|].
  apply Rmult_le_compat_r; [apply norm_nonneg|assumption].
Qed.
