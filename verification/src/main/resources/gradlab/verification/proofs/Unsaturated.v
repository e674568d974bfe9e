(** Units near 0 pass the weights on: how far the step's derivative is from the
    weights. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Derivatives Gradlab.Matrices Gradlab.Curves Gradlab.Recurrence.

Theorem bptt_weights_unsaturated :
  forall (n : nat) (Wh : matrix) (b before : vector) (w : R),
  (1 <= n <= 4)%nat -> entries_between n n (- 5) 5 Wh -> components_between n (- 5) 5 b ->
  components_between n (- 1) 1 before -> spectral_norm n n Wh w ->
  let cell := rnn n 1 Wh (fun _ _ => 0) b tanh_layer (fun _ => 0) in
  (exists J s, jacobian n n cell before J /\ spectral_norm n n (mat_minus J Wh) s) /\
  (forall J s, jacobian n n cell before J -> spectral_norm n n (mat_minus J Wh) s ->
     s <= (1 + / 10 ^ 9) * norm_inf n (cell before) ^ 2 * w).
Proof.
  intros n Wh b before w _ _ _ _ (Hw & HW & _) cell.
  pose proof (smooth_jacobian _ _ _ _ _ (smooth_rnn n 1 Wh (fun _ _ => 0) b (fun _ => 0) before))
    as H. fold cell in H. set (h := cell before) in *. split.
  - destruct (spectral_norm_exists n n (mat_minus (step_jacobian n Wh h) Wh)) as (s & Hs).
    now exists (step_jacobian n Wh h), s.
  - intros J s HJ Hs. set (c := norm_inf n h).
    assert (Hc : 0 <= c) by apply max_nonneg.
    assert (He : 0 < / 10 ^ 9) by (apply Rinv_0_lt_compat, pow_lt; lra).
    assert (Hcw : 0 <= c ^ 2 * w) by (apply Rmult_le_pos; [nra|assumption]).
    apply Rle_trans with (c ^ 2 * w); [|nra].
    apply (spectral_norm_le _ _ _ _ _ Hs); [assumption|].
    apply norm_at_most_same with (mat_mul n (diag (fun i => - h i ^ 2)) Wh).
    + intros i j Hi Hj. rewrite mat_mul_diag by assumption. unfold mat_minus.
      rewrite (jacobian_unique n n cell before J _ i j HJ H Hi Hj).
      rewrite step_jacobian_entry by assumption. ring.
    + apply norm_at_most_mul; [nra| |assumption].
      apply norm_at_most_diag; [nra|]. intros i Hi.
      rewrite Rabs_Ropp, <- RPow_abs. apply pow_incr. split; [apply Rabs_pos|].
      exact (max_term n (fun i => Rabs (h i)) i Hi).
Qed.

Theorem bptt_weights_unsaturated_not_vacuous :
  exists (n : nat) (Wh : matrix) (b before : vector) (w : R),
  (1 <= n <= 4)%nat /\ entries_between n n (- 5) 5 Wh /\ components_between n (- 5) 5 b /\
  components_between n (- 1) 1 before /\ spectral_norm n n Wh w.
Proof.
  exists 4%nat, (mat_scale 2 identity_matrix), (fun _ => 1), (fun _ => 1), 2.
  split; [lia|]. split.
  { intros i j _ _. unfold mat_scale, identity_matrix. destruct (Nat.eqb i j); lra. }
  split; [intros i _; lra|]. split; [intros i _; lra|]. apply spectral_norm_scalar; [lia|lra].
Qed.
