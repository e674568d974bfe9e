(** Backpropagation through the steps of a tanh network. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Derivatives Gradlab.Matrices Gradlab.Curves Gradlab.Tanh.

Definition step_jacobian (n : nat) (W : matrix) (h : vector) : matrix :=
  mat_mul n (mat_minus identity_matrix (mat_mul n (diag h) (diag h))) W.

Lemma mat_mul_diag : forall n d A i j, (i < n)%nat -> mat_mul n (diag d) A i j = d i * A i j.
Proof. intros n d A i j Hi. exact (mat_vec_diag n d (fun k => A k j) i Hi). Qed.

Lemma step_jacobian_entry : forall n W h i j, (i < n)%nat ->
  step_jacobian n W h i j = (1 - h i ^ 2) * W i j.
Proof.
  intros n W h i j Hi. unfold step_jacobian.
  rewrite mat_mul_column, mat_vec_difference, mat_vec_product.
  rewrite !mat_vec_diag, mat_vec_identity by assumption. ring.
Qed.

(** The derivative of the next state by the last: [diag (1 - h^2) W]. *)
Theorem smooth_rnn : forall n m W U b u x,
  smooth n n (rnn n m W U b tanh_layer u) x
    (step_jacobian n W (rnn n m W U b tanh_layer u x)).
Proof.
  intros n m W U b u x.
  set (affine := dense_bias n W (fun i => mat_vec m U u i + b i)).
  apply smooth_ext with (sequential affine tanh_layer).
  - intros y i _. unfold sequential, affine, dense_bias, rnn, tanh_layer. f_equal. ring.
  - apply smooth_same with
      (mat_mul n (diag (fun i => 1 - tanh (affine x i) ^ 2)) W).
    + intros i j Hi _. rewrite mat_mul_diag, step_jacobian_entry by assumption.
      unfold rnn, tanh_layer, affine, dense_bias. rewrite !Rplus_assoc. reflexivity.
    + apply smooth_sequential; [apply smooth_affine|apply smooth_tanh].
Qed.

(** * Two ways to compute one matrix differ by nothing *)

Lemma max_zero : forall n f, (forall i, (i < n)%nat -> f i = 0) -> max_below n f = 0.
Proof.
  induction n as [|n IH]; intros f H; simpl; [reflexivity|].
  rewrite IH, (H n) by auto. apply Rmax_left. lra.
Qed.

Lemma max_nonneg : forall n f, 0 <= max_below n f.
Proof.
  induction n as [|n IH]; intro f; simpl; [lra|].
  eapply Rle_trans; [apply IH|apply Rmax_l].
Qed.

Lemma max_term : forall n f i, (i < n)%nat -> f i <= max_below n f.
Proof.
  induction n as [|n IH]; intros f i Hi; simpl; [lia|].
  destruct (Nat.eq_dec i n) as [->|E]; [apply Rmax_r|].
  eapply Rle_trans; [apply (IH f i); lia|apply Rmax_l].
Qed.

Lemma matrix_norm_inf_same : forall m n A B, same_matrix m n A B ->
  matrix_norm_inf m n (mat_minus A B) = 0.
Proof.
  intros m n A B E. apply max_zero. intros i Hi.
  rewrite (sum_ext _ _ (fun _ => 0)), sum_zero; [reflexivity|].
  intros j Hj. unfold mat_minus. rewrite (E i j Hi Hj), Rminus_diag_eq by reflexivity.
  apply Rabs_R0.
Qed.

Lemma smooth_gap : forall n f x J K e, 0 <= e -> smooth n n f x K ->
  jacobian n n f x J -> matrix_norm_inf n n (mat_minus J K) <= e.
Proof.
  intros n f x J K e He HK HJ. rewrite matrix_norm_inf_same; [assumption|].
  intros i j Hi Hj. apply (jacobian_unique n n f x); auto using smooth_jacobian.
Qed.

Theorem bptt_step :
  forall (n m : nat) (Wh Wx : matrix) (b x before : vector),
  (1 <= n <= 5)%nat -> (1 <= m <= 3)%nat ->
  entries_between n n (- 100) 100 Wh -> entries_between n m (- 100) 100 Wx ->
  components_between n (- 100) 100 b -> components_between m (- 100) 100 x ->
  components_between n (- 1) 1 before ->
  let cell := rnn n m Wh Wx b tanh_layer x in
  let h := cell before in
  (exists J, jacobian n n cell before J) /\
  (forall J, jacobian n n cell before J ->
     matrix_norm_inf n n (mat_minus J
       (mat_mul n (mat_minus identity_matrix (mat_mul n (diag h) (diag h))) Wh))
     <= / 10 ^ 9 * matrix_norm_inf n n Wh).
Proof.
  intros n m Wh Wx b x before _ _ _ _ _ _ _ cell h.
  pose proof (smooth_rnn n m Wh Wx b x before) as H. split.
  - eexists. apply smooth_jacobian. exact H.
  - intros J HJ. refine (smooth_gap n cell before J _ _ _ H HJ).
    apply Rmult_le_pos; [|apply max_nonneg].
    left. apply Rinv_0_lt_compat, pow_lt. lra.
Qed.

Theorem bptt_step_not_vacuous :
  exists (n m : nat) (Wh Wx : matrix) (b x before : vector),
  (1 <= n <= 5)%nat /\ (1 <= m <= 3)%nat /\
  entries_between n n (- 100) 100 Wh /\ entries_between n m (- 100) 100 Wx /\
  components_between n (- 100) 100 b /\ components_between m (- 100) 100 x /\
  components_between n (- 1) 1 before.
Proof.
  exists 5%nat, 3%nat, (fun _ _ => 1), (fun _ _ => 1), (fun _ => 1), (fun _ => 1), (fun _ => 1).
  split; [lia|]. split; [lia|].
  repeat split; lra.
Qed.

(** * Several steps *)

Theorem bptt_product :
  forall (n m : nat) (Wh Wx : matrix) (b : vector) (xs : nat -> vector) (h0 : vector),
  (1 <= n <= 3)%nat -> (1 <= m <= 2)%nat ->
  entries_between n n (- 10) 10 Wh -> entries_between n m (- 10) 10 Wx ->
  components_between n (- 10) 10 b ->
  (forall t, (t < 4)%nat -> components_between m (- 10) 10 (xs t)) ->
  components_between n (- 1) 1 h0 ->
  let step t := rnn n m Wh Wx b tanh_layer (xs t) in
  let h1 := step 0%nat h0 in
  let h2 := step 1%nat h1 in
  let h3 := step 2%nat h2 in
  let h4 := step 3%nat h3 in
  let factor h := mat_mul n (mat_minus identity_matrix (mat_mul n (diag h) (diag h))) Wh in
  let two := sequential (step 0%nat) (step 1%nat) in
  let four := sequential (sequential (sequential (step 0%nat) (step 1%nat)) (step 2%nat)) (step 3%nat) in
  ((exists J, jacobian n n two h0 J) /\ (exists J, jacobian n n four h0 J)) /\
  (forall J, jacobian n n two h0 J ->
     matrix_norm_inf n n (mat_minus J (mat_mul n (factor h2) (factor h1)))
     <= / 10 ^ 9 * matrix_norm_inf n n Wh ^ 2) /\
  (forall J, jacobian n n four h0 J ->
     matrix_norm_inf n n (mat_minus J
       (mat_mul n (mat_mul n (mat_mul n (factor h4) (factor h3)) (factor h2)) (factor h1)))
     <= / 10 ^ 9 * matrix_norm_inf n n Wh ^ 4).
Proof.
  intros n m Wh Wx b xs h0 _ _ _ _ _ _ _ step h1 h2 h3 h4 factor two four.
  assert (Hstep : forall t h, smooth n n (step t) h (factor (step t h)))
    by (intros; apply smooth_rnn).
  assert (H2 : smooth n n two h0 (mat_mul n (factor h2) (factor h1)))
    by (apply smooth_sequential; apply Hstep).
  assert (H4 : smooth n n four h0
    (mat_mul n (factor h4) (mat_mul n (factor h3) (mat_mul n (factor h2) (factor h1)))))
    by (repeat apply smooth_sequential; apply Hstep).
  assert (H4' : smooth n n four h0
    (mat_mul n (mat_mul n (mat_mul n (factor h4) (factor h3)) (factor h2)) (factor h1))).
  { refine (smooth_same _ _ _ _ _ _ _ H4). apply same_action. intros v i _.
    rewrite !mat_vec_product. reflexivity. }
  assert (He : forall k, 0 <= / 10 ^ 9 * matrix_norm_inf n n Wh ^ k).
  { intro k. apply Rmult_le_pos; [|apply pow_le, max_nonneg].
    left. apply Rinv_0_lt_compat, pow_lt. lra. }
  split; [split; eexists; apply smooth_jacobian; eassumption|]. split.
  - intros J HJ. exact (smooth_gap n two h0 J _ _ (He 2%nat) H2 HJ).
  - intros J HJ. exact (smooth_gap n four h0 J _ _ (He 4%nat) H4' HJ).
Qed.

Theorem bptt_product_not_vacuous :
  exists (n m : nat) (Wh Wx : matrix) (b : vector) (xs : nat -> vector) (h0 : vector),
  (1 <= n <= 3)%nat /\ (1 <= m <= 2)%nat /\
  entries_between n n (- 10) 10 Wh /\ entries_between n m (- 10) 10 Wx /\
  components_between n (- 10) 10 b /\
  (forall t, (t < 4)%nat -> components_between m (- 10) 10 (xs t)) /\
  components_between n (- 1) 1 h0.
Proof.
  exists 3%nat, 2%nat, (fun _ _ => 1), (fun _ _ => 1), (fun _ => 1), (fun _ _ => 1), (fun _ => 1).
  split; [lia|]. split; [lia|].
  repeat split; lra.
Qed.
