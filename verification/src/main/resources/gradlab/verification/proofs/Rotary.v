(** Rotary position encoding turns pairs of components: lengths stay, and inner
    products depend on positions only through their difference. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms.

(** A sum over an even number of components, by pairs. *)
Lemma sum_pairs : forall h f, sum_below (2 * h) f =
  sum_below h (fun i => f (2 * i)%nat + f (S (2 * i))).
Proof.
  induction h as [|h IH]; intro f; [reflexivity|].
  replace (2 * S h)%nat with (S (S (2 * h))) by lia.
  cbn [sum_below]. rewrite IH. ring.
Qed.

Lemma rotary_even : forall d k x i, rotary d k x (2 * i)%nat =
  cos (rotary_angle d k i) * x (2 * i)%nat - sin (rotary_angle d k i) * x (S (2 * i)).
Proof.
  intros d k x i. unfold rotary. rewrite Nat.div2_double.
  replace (Nat.even (2 * i)) with true; [reflexivity|].
  symmetry. apply Nat.even_spec. now exists i.
Qed.

Lemma rotary_odd : forall d k x i, rotary d k x (S (2 * i)) =
  sin (rotary_angle d k i) * x (2 * i)%nat + cos (rotary_angle d k i) * x (S (2 * i)).
Proof.
  intros d k x i. unfold rotary. rewrite Nat.div2_succ_double.
  replace (Nat.even (S (2 * i))) with false; [reflexivity|].
  symmetry. rewrite Nat.even_succ, <- Nat.negb_even.
  replace (Nat.even (2 * i)) with true; [reflexivity|].
  symmetry. apply Nat.even_spec. now exists i.
Qed.

(** One pair, turned by [a] on the left and by [b] on the right. *)
Lemma dot_rotary : forall h a b q k,
  dot (2 * h) (rotary (2 * h) a q) (rotary (2 * h) b k) =
  sum_below h (fun i =>
    let t := rotary_angle (2 * h) a i - rotary_angle (2 * h) b i in
    cos t * (q (2 * i)%nat * k (2 * i)%nat + q (S (2 * i)) * k (S (2 * i)))
    + sin t * (q (2 * i)%nat * k (S (2 * i)) - q (S (2 * i)) * k (2 * i)%nat)).
Proof.
  intros h a b q k. unfold dot. rewrite sum_pairs. apply sum_ext. intros i _.
  rewrite !rotary_even, !rotary_odd. cbv zeta. rewrite cos_minus, sin_minus. ring.
Qed.

Lemma rotary_norm : forall h a q, norm (2 * h) (rotary (2 * h) a q) = norm (2 * h) q.
Proof.
  intros h a q. unfold norm. f_equal. rewrite dot_rotary. unfold dot. rewrite sum_pairs.
  apply sum_ext. intros i _. cbv zeta. rewrite Rminus_diag_eq, cos_0, sin_0 by reflexivity. ring.
Qed.

Lemma rotary_shift : forall h a b s q k,
  dot (2 * h) (rotary (2 * h) (a + s) q) (rotary (2 * h) (b + s) k) =
  dot (2 * h) (rotary (2 * h) a q) (rotary (2 * h) b k).
Proof.
  intros. rewrite !dot_rotary. apply sum_ext. intros i _. cbv zeta.
  replace (rotary_angle (2 * h) (a + s) i - rotary_angle (2 * h) (b + s) i)
    with (rotary_angle (2 * h) a i - rotary_angle (2 * h) b i); [reflexivity|].
  unfold rotary_angle. rewrite !plus_INR. ring.
Qed.

Theorem rotary_isometry :
  forall (h : nat) (q k : vector) (a b shift : nat),
  (1 <= h <= 8)%nat -> components_between (2 * h) (- 100) 100 q ->
  components_between (2 * h) (- 100) 100 k ->
  (a <= 1000)%nat -> (b <= 1000)%nat -> (shift <= 1000)%nat ->
  let d := (2 * h)%nat in
  let here := dot d (rotary d a q) (rotary d b k) in
  let there := dot d (rotary d (a + shift) q) (rotary d (b + shift) k) in
  Rabs (norm d (rotary d a q) - norm d q) <= / 10 ^ 9 * norm d q /\
  Rabs (here - there) <= / 10 ^ 9 * norm d q * norm d k.
Proof.
  intros h q k a b shift _ _ _ _ _ _ d here there.
  assert (He : 0 < / 10 ^ 9) by (apply Rinv_0_lt_compat, pow_lt; lra).
  pose proof (norm_nonneg d q). pose proof (norm_nonneg d k).
  split.
  - unfold d. rewrite rotary_norm, Rminus_diag_eq, Rabs_R0 by reflexivity. now apply Rmult_le_pos; [lra|].
  - unfold here, there, d. rewrite rotary_shift, Rminus_diag_eq, Rabs_R0 by reflexivity.
    apply Rmult_le_pos; [|assumption]. now apply Rmult_le_pos; [lra|].
Qed.

Theorem rotary_isometry_not_vacuous :
  exists (h : nat) (q k : vector) (a b shift : nat),
  (1 <= h <= 8)%nat /\ components_between (2 * h) (- 100) 100 q /\
  components_between (2 * h) (- 100) 100 k /\
  (a <= 1000)%nat /\ (b <= 1000)%nat /\ (shift <= 1000)%nat.
Proof.
  exists 8%nat, (fun _ => 1), (fun _ => 1), 3%nat, 2%nat, 1%nat.
  split; [lia|]. split; [intros i _; lra|]. split; [intros i _; lra|]. lia.
Qed.
