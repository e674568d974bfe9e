(** Where softmax nearly chooses one output its Jacobian nearly vanishes, and
    larger logits make it choose. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Derivatives Gradlab.Matrices Gradlab.Softmax.

(** Two different outputs are together at most 1. *)
Lemma softmax_pair : forall n x i j, (i < n)%nat -> (j < n)%nat -> i <> j ->
  softmax n x i + softmax n x j <= 1.
Proof.
  intros n x i j Hi Hj E. assert (Hn : (1 <= n)%nat) by lia.
  rewrite <- (softmax_sum n x Hn). set (p := softmax n x).
  assert (Hp : forall k, 0 < p k) by (intro; now apply softmax_pos).
  pose proof (sum_term n (fun k => p k - identity_matrix i k * p k) j) as H.
  cbv beta in H. rewrite sum_minus, sum_identity in H by assumption.
  unfold identity_matrix in H. destruct (Nat.eqb_spec i j); [contradiction|].
  cut (p j - 0 * p j <= sum_below n (fun k => p k) - p i).
  - intro K. change (sum_below n (fun k => p k)) with (sum_below n p) in K. lra.
  - apply H; [|assumption]. intros k _. specialize (Hp k). destruct (Nat.eqb i k); lra.
Qed.

Theorem spiky_softmax_vanishes :
  forall (n : nat) (x : vector), (2 <= n <= 8)%nat -> components_between n (- 8) 8 x ->
  let p := softmax n x in
  (exists J s, jacobian n n (softmax n) x J /\ spectral_norm n n J s) /\
  (forall J s, jacobian n n (softmax n) x J -> spectral_norm n n J s ->
     forall i, (i < n)%nat -> s <= 2 * (1 - p i)).
Proof.
  intros n x Hn _ p. assert (Hn1 : (1 <= n)%nat) by lia.
  pose proof (softmax_jacobian_correct n x Hn1) as HJ. split.
  - destruct (spectral_norm_exists n n (softmax_jacobian n x)) as (s & Hs).
    now exists (softmax_jacobian n x), s.
  - intros J s H Hs i Hi. pose proof (softmax_le_one n x i Hi) as Hle. fold p in Hle.
    refine (jacobian_spectral_norm_le _ _ _ _ _ _ _ _ _ HJ _ H Hs); [lra|].
    apply schur_test; [lra|apply softmax_jacobian_symmetric|].
    intros j Hj. rewrite softmax_row_sum_value by assumption. fold p.
    pose proof (softmax_pos n x j Hn1) as H0. pose proof (softmax_le_one n x j Hj) as H1.
    fold p in H0, H1.
    destruct (Nat.eq_dec i j) as [->|E]; [nra|].
    pose proof (softmax_pair n x i j Hi Hj E) as H2. fold p in H2. nra.
Qed.

Theorem spiky_softmax_vanishes_not_vacuous :
  exists (n : nat) (x : vector), (2 <= n <= 8)%nat /\ components_between n (- 8) 8 x.
Proof. exists 8%nat, (fun _ => 1). split; [lia|]. intros i _. lra. Qed.

(** An output's share is at most what its exponential is to the largest. *)
Theorem large_logits_spike :
  forall (n : nat) (x : vector) (t : R),
  (2 <= n <= 6)%nat -> components_between n (- 10) 10 x -> 1 / 100 <= t <= 10 ->
  (forall j, (1 <= j < n)%nat -> x j < x 0%nat) ->
  let p := softmax n (vec_scale t x) in
  sum_below (n - 1) (fun j => p (S j)) <=
  (1 + / 10 ^ 9) * sum_below (n - 1) (fun j => exp (- t * (x 0%nat - x (S j)))).
Proof.
  intros n x t Hn _ _ _ p.
  apply Rle_trans with (sum_below (n - 1) (fun j => exp (- t * (x 0%nat - x (S j))))).
  - apply sum_le. intros j Hj. unfold p, softmax.
    set (total := sum_below n (fun k => exp (vec_scale t x k))).
    assert (Htop : exp (t * x 0%nat) <= total).
    { apply (sum_term n (fun k => exp (vec_scale t x k)) 0); [|lia].
      intros. left. apply exp_pos. }
    pose proof (exp_pos (t * x 0%nat)) as Hpos.
    replace (- t * (x 0%nat - x (S j))) with (t * x (S j) + - (t * x 0%nat)) by ring.
    rewrite exp_plus, exp_Ropp. unfold Rdiv, vec_scale.
    apply Rmult_le_compat_l; [left; apply exp_pos|]. now apply Rinv_le_contravar.
  - set (s := sum_below (n - 1) _).
    assert (0 <= s) by (apply sum_nonneg; intros; left; apply exp_pos).
    assert (0 < / 10 ^ 9) by (apply Rinv_0_lt_compat, pow_lt; lra). nra.
Qed.

Theorem large_logits_spike_not_vacuous :
  exists (n : nat) (x : vector) (t : R),
  (2 <= n <= 6)%nat /\ components_between n (- 10) 10 x /\ 1 / 100 <= t <= 10 /\
  (forall j, (1 <= j < n)%nat -> x j < x 0%nat).
Proof.
  exists 6%nat, (fun i => match i with O => 1 | _ => 0 end), 1.
  split; [lia|]. split; [intros [|i] _; lra|]. split; [lra|]. intros [|j] Hj; [lia|lra].
Qed.
