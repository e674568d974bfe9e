(** How much a tanh network can amplify over its steps. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Derivatives Gradlab.Matrices Gradlab.Curves Gradlab.Tanh Gradlab.Recurrence.

(** Squashing lessens what the weights do, at any input. *)
Lemma rnn_lipschitz : forall n m W U b u c, 0 <= c -> norm_at_most n n W c ->
  lipschitz n (rnn n m W U b tanh_layer u) c.
Proof.
  intros n m W U b u c Hc HW x. set (h := rnn n m W U b tanh_layer u x).
  exists (mat_mul n (diag (fun i => 1 - h i ^ 2)) W). split.
  - apply smooth_same with (step_jacobian n W h); [|apply smooth_rnn].
    intros i j Hi _. now rewrite mat_mul_diag, step_jacobian_entry.
  - rewrite <- (Rmult_1_l c). apply norm_at_most_mul; [lra| |assumption].
    apply norm_at_most_diag; [lra|]. intros i _. unfold h, rnn, tanh_layer.
    pose proof (tanh_slope (mat_vec n W x i + mat_vec m U u i + b i)).
    apply Rabs_le. lra.
Qed.

(** Three steps with an input each, [k] times over. *)
Lemma three_steps_lipschitz : forall n m W U b (xs : nat -> vector) k c, 0 <= c ->
  norm_at_most n n W c ->
  let step t := rnn n m W U b tanh_layer (xs t) in
  lipschitz n (repeat_layer (sequential (sequential (step 0%nat) (step 1%nat)) (step 2%nat)) k)
    (c ^ (3 * k)).
Proof.
  intros n m W U b xs k c Hc HW step.
  assert (H : forall t, lipschitz n (step t) c) by (intro; now apply rnn_lipschitz).
  rewrite pow_mult. apply lipschitz_repeat; [now apply pow_le|].
  replace (c ^ 3) with (c * (c * c)) by ring.
  repeat apply lipschitz_sequential; auto.
Qed.

Theorem contraction_vanishes :
  forall (k n : nat) (c : R) (Wh Wx : matrix) (b : vector) (xs : nat -> vector) (h : vector)
         (w : R),
  (1 <= k <= 5)%nat -> (1 <= n <= 3)%nat -> 1 / 100 <= c <= 99 / 100 ->
  entries_between n n (- (11 / 10) * c / INR n) (11 / 10 * c / INR n) Wh ->
  entries_between n 1 (- 3) 3 Wx -> components_between n (- 3) 3 b ->
  (forall t, (t < 3)%nat -> components_between 1 (- 3) 3 (xs t)) ->
  components_between n (- 1) 1 h ->
  spectral_norm n n Wh w -> w <= c ->
  let step t := rnn n 1 Wh Wx b tanh_layer (xs t) in
  let steps := sequential (sequential (step 0%nat) (step 1%nat)) (step 2%nat) in
  (exists J s, jacobian n n (repeat_layer steps k) h J /\ spectral_norm n n J s) /\
  (forall J s, jacobian n n (repeat_layer steps k) h J -> spectral_norm n n J s ->
     s <= c ^ (3 * k)).
Proof.
  intros k n c Wh Wx b xs h w _ _ Hc _ _ _ _ _ (_ & HW & _) Hw step steps.
  assert (Hc0 : 0 <= c) by lra.
  assert (HWc : norm_at_most n n Wh c) by now apply norm_at_most_weaken with w.
  pose proof (three_steps_lipschitz n 1 Wh Wx b xs k c Hc0 HWc) as H. split.
  - destruct (H h) as (J & HJ & _). destruct (spectral_norm_exists n n J) as (s & Hs).
    exists J, s. split; [now apply smooth_jacobian|assumption].
  - intros J s HJ Hs. refine (lipschitz_spectral_norm _ _ _ _ _ _ _ H HJ Hs).
    now apply pow_le.
Qed.

Theorem contraction_vanishes_not_vacuous :
  exists (k n : nat) (c : R) (Wh Wx : matrix) (b : vector) (xs : nat -> vector) (h : vector)
         (w : R),
  (1 <= k <= 5)%nat /\ (1 <= n <= 3)%nat /\ 1 / 100 <= c <= 99 / 100 /\
  entries_between n n (- (11 / 10) * c / INR n) (11 / 10 * c / INR n) Wh /\
  entries_between n 1 (- 3) 3 Wx /\ components_between n (- 3) 3 b /\
  (forall t, (t < 3)%nat -> components_between 1 (- 3) 3 (xs t)) /\
  components_between n (- 1) 1 h /\
  spectral_norm n n Wh w /\ w <= c.
Proof.
  exists 5%nat, 1%nat, (1 / 2), (mat_scale (1 / 2) identity_matrix), (fun _ _ => 1), (fun _ => 1),
    (fun _ _ => 1), (fun _ => 1), (1 / 2).
  split; [lia|]. split; [lia|]. split; [lra|]. split.
  - intros i j _ _. simpl INR. unfold mat_scale, identity_matrix. destruct (Nat.eqb i j); lra.
  - split; [intros i j _ _; lra|]. split; [intros i _; lra|]. split; [intros t _ i _; lra|].
    split; [intros i _; lra|]. split; [|lra]. apply spectral_norm_scalar; [lia|lra].
Qed.

Theorem short_sequences_bounded :
  forall (k n : nat) (Wh Wx : matrix) (b : vector) (xs : nat -> vector) (h : vector) (w : R),
  (1 <= k <= 4)%nat -> (1 <= n <= 3)%nat ->
  entries_between n n (- 5) 5 Wh -> entries_between n 1 (- 3) 3 Wx ->
  components_between n (- 3) 3 b ->
  (forall t, (t < 3)%nat -> components_between 1 (- 3) 3 (xs t)) ->
  components_between n (- 1) 1 h ->
  spectral_norm n n Wh w ->
  let step t := rnn n 1 Wh Wx b tanh_layer (xs t) in
  let steps := sequential (sequential (step 0%nat) (step 1%nat)) (step 2%nat) in
  (exists J s, jacobian n n (repeat_layer steps k) h J /\ spectral_norm n n J s) /\
  (forall J s, jacobian n n (repeat_layer steps k) h J -> spectral_norm n n J s ->
     s <= Rmax 1 w ^ (3 * k)).
Proof.
  intros k n Wh Wx b xs h w _ _ _ _ _ _ _ (_ & HW & _) step steps.
  assert (Hc0 : 0 <= Rmax 1 w) by (pose proof (Rmax_l 1 w); lra).
  assert (HWc : norm_at_most n n Wh (Rmax 1 w))
    by (apply norm_at_most_weaken with w; [apply Rmax_r|assumption]).
  pose proof (three_steps_lipschitz n 1 Wh Wx b xs k _ Hc0 HWc) as H. split.
  - destruct (H h) as (J & HJ & _). destruct (spectral_norm_exists n n J) as (s & Hs).
    exists J, s. split; [now apply smooth_jacobian|assumption].
  - intros J s HJ Hs. refine (lipschitz_spectral_norm _ _ _ _ _ _ _ H HJ Hs).
    now apply pow_le.
Qed.

Theorem short_sequences_bounded_not_vacuous :
  exists (k n : nat) (Wh Wx : matrix) (b : vector) (xs : nat -> vector) (h : vector) (w : R),
  (1 <= k <= 4)%nat /\ (1 <= n <= 3)%nat /\
  entries_between n n (- 5) 5 Wh /\ entries_between n 1 (- 3) 3 Wx /\
  components_between n (- 3) 3 b /\
  (forall t, (t < 3)%nat -> components_between 1 (- 3) 3 (xs t)) /\
  components_between n (- 1) 1 h /\
  spectral_norm n n Wh w.
Proof.
  exists 4%nat, 3%nat, (mat_scale 2 identity_matrix), (fun _ _ => 1), (fun _ => 1),
    (fun _ _ => 1), (fun _ => 1), 2.
  split; [lia|]. split; [lia|]. split.
  - intros i j _ _. unfold mat_scale, identity_matrix. destruct (Nat.eqb i j); lra.
  - split; [intros i j _ _; lra|]. split; [intros i _; lra|]. split; [intros t _ i _; lra|].
    split; [intros i _; lra|]. apply spectral_norm_scalar; [lia|lra].
Qed.
