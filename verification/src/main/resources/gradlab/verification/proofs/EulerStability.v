(** Forward Euler steps of [x' = lambda x], [lambda = a + b i] as a matrix. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms.

Lemma euler_step_norm : forall a b h k x,
  let A := rows [[a; - b]; [b; a]] in
  norm 2 (repeat_layer (residual_step (dense 2 A) h) k x) =
  sqrt ((1 + h * a) ^ 2 + (h * b) ^ 2) ^ k * norm 2 x.
Proof.
  intros a b h k x A. revert x. induction k as [|k IH]; intro x.
  - simpl. ring.
  - cbn [repeat_layer]. unfold sequential. rewrite IH.
    assert (E : norm 2 (residual_step (dense 2 A) h x) =
                sqrt ((1 + h * a) ^ 2 + (h * b) ^ 2) * norm 2 x).
    { unfold norm. rewrite <- sqrt_mult by
        (apply dot_self_nonneg || apply Rplus_le_le_0_compat; apply pow2_ge_0). f_equal.
      unfold dot, residual_step, dense, mat_vec, A, rows. simpl. ring. }
    rewrite E. simpl. ring.
Qed.

Theorem euler_stability :
  forall (a b c h : R) (k : nat) (x : vector),
  - 10 <= a <= - (1 / 100) -> b = 0 \/ b = 1 -> - 10 <= c <= 10 ->
  1 / 1000 <= h <= 100 -> (1 <= k <= 8)%nat -> norm 2 x > 0 ->
  let im := b * c in
  let A := rows [[a; - im]; [im; a]] in
  let factor := sqrt ((1 + h * a) ^ 2 + (h * im) ^ 2) in
  let bound := - 2 * a / (a ^ 2 + im ^ 2) in
  norm 2 (repeat_layer (residual_step (dense 2 A) h) k x) = factor ^ k * norm 2 x /\
  (h < bound -> factor < 1) /\ (factor < 1 -> h < bound) /\
  (b = 0 -> bound = 2 / Rabs a).
Proof.
  intros a b c h k x Ha Hb Hc Hh _ _ im A factor bound.
  assert (Hm : 0 < a ^ 2 + im ^ 2) by nra.
  assert (Hfactor : 0 <= factor) by apply sqrt_pos.
  assert (Hsq : factor ^ 2 = 1 + h * (h * (a ^ 2 + im ^ 2) + 2 * a)).
  { unfold factor. rewrite <- Rsqr_pow2, Rsqr_sqrt; [ring|].
    apply Rplus_le_le_0_compat; apply pow2_ge_0. }
  assert (Hbound : bound * (a ^ 2 + im ^ 2) = - 2 * a) by (unfold bound; field; lra).
  split; [apply euler_step_norm|]. split; [|split].
  - intro H. apply Rmult_lt_compat_r with (r := a ^ 2 + im ^ 2) in H; [|assumption].
    assert (h * (h * (a ^ 2 + im ^ 2) + 2 * a) < 0) by nra. nra.
  - intro H. apply Rmult_lt_reg_r with (a ^ 2 + im ^ 2); [assumption|]. rewrite Hbound.
    assert (H1 : factor ^ 2 < 1) by nra. rewrite Hsq in H1.
    destruct (Rlt_dec (h * (a ^ 2 + im ^ 2)) (- 2 * a)) as [Z|Z]; [assumption|].
    assert (0 <= h * (h * (a ^ 2 + im ^ 2) + 2 * a)) by (apply Rmult_le_pos; lra). lra.
  - intro H. unfold bound, im. rewrite H, Rabs_left by lra. field. lra.
Qed.

Theorem euler_stability_not_vacuous :
  exists (a b c h : R) (k : nat) (x : vector),
  - 10 <= a <= - (1 / 100) /\ (b = 0 \/ b = 1) /\ - 10 <= c <= 10 /\
  1 / 1000 <= h <= 100 /\ (1 <= k <= 8)%nat /\ norm 2 x > 0.
Proof.
  exists (- (1)), 1, 1, 1, 8%nat, (fun _ => 1).
  split; [lra|]. split; [now right|]. split; [lra|]. split; [lra|]. split; [lia|].
  unfold norm, dot. apply sqrt_lt_R0. simpl. lra.
Qed.
