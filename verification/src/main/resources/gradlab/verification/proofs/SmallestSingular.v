(** The smallest singular value: of layers that all amplify, and of skip
    connections. *)

Require Import Lra Lia.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Matrices Gradlab.Kernel.

Lemma smallest_singular_value_scalar : forall n c, (1 <= n)%nat -> 0 <= c ->
  smallest_singular_value n (mat_scale c identity_matrix) c.
Proof.
  intros n c Hn Hc.
  assert (E : forall x, norm n (mat_vec n (mat_scale c identity_matrix) x) = c * norm n x).
  { intro x. rewrite <- (Rabs_right c) at 2 by lra. rewrite <- norm_scale. apply norm_ext.
    intros i Hi. rewrite mat_vec_scaled, mat_vec_identity by assumption. reflexivity. }
  split; [assumption|]. split.
  - intro x. rewrite E. lra.
  - intros a Ha H. specialize (H (identity_matrix 0%nat)).
    rewrite E, norm_unit in H by assumption. lra.
Qed.

(** * Layers that all amplify *)

Theorem all_gains_above_one_explode :
  forall (L n : nat) (c : R) (Js : nat -> matrix) (g : vector) (s : nat -> R),
  (1 <= L <= 4)%nat -> (1 <= n <= 3)%nat -> 1001 / 1000 <= c <= 2 ->
  (forall l, (l < L)%nat -> entries_between n n (- 50) 50 (Js l)) ->
  (forall l, (l < L)%nat -> smallest_singular_value n (Js l) (s l)) ->
  (forall l, (l < L)%nat -> s l >= c) ->
  norm n (mat_vec n (transpose (chain n L Js)) g) >= c ^ L * norm n g.
Proof.
  intros L n c Js g s HL Hn Hc _ Hs Hge. apply Rle_ge.
  apply chain_transpose_at_least; [lra|]. intros l Hl.
  destruct (Hs l Hl) as (_ & HA & _). specialize (Hge l Hl).
  apply norm_at_least_transpose; [lra|]. intro x.
  eapply Rle_trans; [|apply HA]. apply Rmult_le_compat_r; [apply norm_nonneg|lra].
Qed.

Theorem all_gains_above_one_explode_not_vacuous :
  exists (L n : nat) (c : R) (Js : nat -> matrix) (s : nat -> R),
  (1 <= L <= 4)%nat /\ (1 <= n <= 3)%nat /\ 1001 / 1000 <= c <= 2 /\
  (forall l, (l < L)%nat -> entries_between n n (- 50) 50 (Js l)) /\
  (forall l, (l < L)%nat -> smallest_singular_value n (Js l) (s l)) /\
  (forall l, (l < L)%nat -> s l >= c).
Proof.
  exists 4%nat, 3%nat, 2, (fun _ => mat_scale 3 identity_matrix), (fun _ => 3).
  split; [lia|]. split; [lia|]. split; [lra|]. split; [|split].
  - intros l _ i j _ _. unfold mat_scale, identity_matrix. destruct (Nat.eqb i j); lra.
  - intros. apply smallest_singular_value_scalar; [lia|lra].
  - intros. lra.
Qed.

(** * Skip connections *)

Lemma triangle : forall n x y, norm n (fun i => x i + y i) <= norm n x + norm n y.
Proof.
  intros n x y. pose proof (norm_nonneg n x). pose proof (norm_nonneg n y).
  apply Rsqr_incr_0; [|apply norm_nonneg|lra].
  rewrite !Rsqr_pow2, norm_squared.
  replace ((norm n x + norm n y) ^ 2)
    with (norm n x ^ 2 + 2 * (norm n x * norm n y) + norm n y ^ 2) by ring.
  rewrite !norm_squared. pose proof (cauchy_schwarz n x y).
  replace (dot n (fun i => x i + y i) (fun i => x i + y i))
    with (dot n x x + 2 * dot n x y + dot n y y); [lra|].
  unfold dot. rewrite <- sum_scale, <- !sum_plus. apply sum_ext. intros. ring.
Qed.

Lemma identity_plus_at_most : forall n J c,
  norm_at_most n n J c -> norm_at_most n n (mat_plus identity_matrix J) (1 + c).
Proof.
  intros n J c H x.
  rewrite (norm_ext n _ (fun i => x i + mat_vec n J x i))
    by (intros i Hi; rewrite mat_vec_sum, mat_vec_identity; auto).
  eapply Rle_trans; [apply triangle|]. specialize (H x). lra.
Qed.

Lemma identity_plus_at_least : forall n J c,
  norm_at_most n n J c -> norm_at_least n (mat_plus identity_matrix J) (1 - c).
Proof.
  intros n J c H x.
  rewrite (norm_ext n (mat_vec n (mat_plus identity_matrix J) x)
             (fun i => x i + mat_vec n J x i))
    by (intros i Hi; rewrite mat_vec_sum, mat_vec_identity; auto).
  pose proof (triangle n (fun i => x i + mat_vec n J x i)
                (fun i => -1 * mat_vec n J x i)) as T.
  rewrite norm_scale in T. replace (Rabs (-1)) with 1 in T by (rewrite Rabs_left; lra).
  rewrite (norm_ext n (fun i => x i + mat_vec n J x i + -1 * mat_vec n J x i) x) in T
    by (intros; ring).
  specialize (H x). lra.
Qed.

Theorem residual_singular_bounds :
  forall (n : nat) (J : matrix) (s low high : R), (1 <= n <= 8)%nat ->
  let K := mat_plus identity_matrix J in
  spectral_norm n n J s -> smallest_singular_value n K low -> spectral_norm n n K high ->
  1 - s <= low /\ high <= 1 + s.
Proof.
  intros n J s low high Hn K (Hs & HJ & _) (Hlow & _ & Hgreatest) Hhigh. split.
  - destruct (Rle_dec (1 - s) 0) as [Z|Z]; [lra|].
    apply Hgreatest; [lra|]. now apply identity_plus_at_least.
  - apply (spectral_norm_le n n K); [assumption|lra|]. now apply identity_plus_at_most.
Qed.

Theorem residual_singular_bounds_not_vacuous :
  exists (n : nat) (J : matrix) (s low high : R), (1 <= n <= 8)%nat /\
  let K := mat_plus identity_matrix J in
  spectral_norm n n J s /\ smallest_singular_value n K low /\ spectral_norm n n K high.
Proof.
  exists 8%nat, (mat_scale 2 identity_matrix), 2.
  destruct (spectral_norm_exists 8 8 (mat_plus identity_matrix (mat_scale 2 identity_matrix)))
    as (high & Hhigh).
  exists 3, high. split; [lia|]. split; [|split].
  - apply spectral_norm_scalar; [lia|lra].
  - destruct (smallest_singular_value_scalar 8 3 ltac:(lia) ltac:(lra)) as (H3 & Hat & Hgreat).
    assert (E : forall x i, mat_vec 8 (mat_plus identity_matrix (mat_scale 2 identity_matrix)) x i =
                mat_vec 8 (mat_scale 3 identity_matrix) x i)
      by (intros; rewrite mat_vec_sum, !mat_vec_scaled; ring).
    split; [assumption|]. split.
    + intro x. rewrite (norm_ext 8 _ _ (fun i _ => E x i)). apply Hat.
    + intros c Hc H. apply Hgreat; [assumption|]. intro x.
      rewrite <- (norm_ext 8 _ _ (fun i _ => E x i)). apply H.
  - assumption.
Qed.
