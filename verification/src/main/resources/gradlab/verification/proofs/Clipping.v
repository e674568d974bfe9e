(** Clipping by norm. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.Matrices.

Theorem clipping_norm :
  forall (n : nat) (g : vector) (c : R), (1 <= n <= 64)%nat -> / 10 ^ 6 <= c <= 10 ^ 6 ->
  let clipped := if Rle_dec (norm n g) c then g else vec_scale (c / norm n g) g in
  norm n clipped = Rmin (norm n g) c /\
  dot n clipped g = norm n clipped * norm n g.
Proof.
  intros n g c _ Hc clipped.
  assert (Hpos : 0 < c).
  { apply Rlt_le_trans with (/ 10 ^ 6); [|lra]. apply Rinv_0_lt_compat, pow_lt. lra. }
  assert (Hgg : dot n g g = norm n g * norm n g) by (rewrite <- norm_squared; ring).
  unfold clipped, Rmin. destruct (Rle_dec (norm n g) c) as [H|H].
  - split; [reflexivity|assumption].
  - assert (Hg : 0 < norm n g) by lra.
    assert (E : norm n (vec_scale (c / norm n g) g) = c).
    { unfold vec_scale. rewrite norm_scale.
      rewrite Rabs_right by (apply Rle_ge; left; now apply Rdiv_lt_0_compat).
      field. lra. }
    split; [assumption|]. rewrite E. unfold dot, vec_scale.
    rewrite (sum_ext _ _ (fun i => c / norm n g * (g i * g i))) by (intros; ring).
    rewrite sum_scale. fold (dot n g g). rewrite Hgg. field. lra.
Qed.

Theorem clipping_norm_not_vacuous :
  exists (n : nat) (c : R), (1 <= n <= 64)%nat /\ / 10 ^ 6 <= c <= 10 ^ 6.
Proof.
  exists 64%nat, 1. split; [lia|]. split; [|simpl; lra].
  rewrite <- Rinv_1. apply Rinv_le_contravar; [lra|]. simpl. lra.
Qed.

(** Clipping all gradients by one factor leaves their ratios alone. *)
Theorem clipping_keeps_gain :
  forall (L n : nat) (Js : nat -> matrix) (g : vector) (c : R),
  (1 <= L <= 6)%nat -> (1 <= n <= 5)%nat -> / 10 ^ 6 <= c <= 10 ^ 6 -> norm n g > 0 ->
  let start := mat_vec n (transpose (chain n L Js)) g in
  let both := dot n start start + dot n g g in
  let s := Rmin 1 (c / sqrt both) in
  s > 0 /\ s <= 1 /\ s ^ 2 * both <= c ^ 2 /\
  dot n (vec_scale s start) (vec_scale s start) * dot n g g =
  dot n start start * dot n (vec_scale s g) (vec_scale s g).
Proof.
  intros L n Js g c _ _ Hc Hg start both s.
  assert (Hpos : 0 < c).
  { apply Rlt_le_trans with (/ 10 ^ 6); [|lra]. apply Rinv_0_lt_compat, pow_lt. lra. }
  assert (Hboth : 0 < both).
  { unfold both. pose proof (dot_self_nonneg n start). rewrite <- (norm_squared n g). nra. }
  pose proof (sqrt_lt_R0 both Hboth) as Hroot. pose proof (sqrt_sqrt both (Rlt_le _ _ Hboth)) as Hsq.
  assert (Hq : 0 < c / sqrt both) by now apply Rdiv_lt_0_compat.
  assert (Hs : 0 < s) by (unfold s; apply Rmin_pos; lra).
  assert (Hle : s <= c / sqrt both) by apply Rmin_r.
  split; [lra|]. split; [apply Rmin_l|]. split.
  - replace (c ^ 2) with ((c / sqrt both) ^ 2 * both).
    + apply Rmult_le_compat_r; [lra|]. apply pow_incr. lra.
    + rewrite <- Hsq at 2. field. lra.
  - assert (E : forall u, dot n (vec_scale s u) (vec_scale s u) = s ^ 2 * dot n u u).
    { intro u. unfold dot, vec_scale. rewrite <- sum_scale. apply sum_ext. intros. ring. }
    rewrite !E. ring.
Qed.

Theorem clipping_keeps_gain_not_vacuous :
  exists (L n : nat) (g : vector) (c : R),
  (1 <= L <= 6)%nat /\ (1 <= n <= 5)%nat /\ / 10 ^ 6 <= c <= 10 ^ 6 /\ norm n g > 0.
Proof.
  exists 6%nat, 5%nat, (identity_matrix 0%nat), 1.
  split; [lia|]. split; [lia|]. split.
  - split; [|simpl; lra]. rewrite <- Rinv_1. apply Rinv_le_contravar; [lra|]. simpl. lra.
  - rewrite norm_unit by lia. lra.
Qed.
