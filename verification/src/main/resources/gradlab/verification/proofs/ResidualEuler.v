(** A residual layer is a step of Forward Euler, and its Jacobian is [I + h J]. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.Derivatives
  Gradlab.Matrices Gradlab.Curves Gradlab.Tanh Gradlab.Recurrence Gradlab.Relu.

Theorem residual_step_jacobian : forall n f h x J, jacobian n n f x J ->
  jacobian n n (residual_step f h) x (mat_plus identity_matrix (mat_scale h J)).
Proof.
  intros n f h x J H v i Hi. unfold residual_step.
  eapply derivative_value.
  - apply (derivable_pt_lim_plus (fun t => x i + t * v i)); [apply derivative_line|].
    apply (derivable_pt_lim_scal (fun t => f (fun j => x j + t * v j) i) h). now apply H.
  - rewrite mat_vec_sum, mat_vec_scaled, mat_vec_identity by assumption. reflexivity.
Qed.

Theorem residual_is_euler :
  forall (n m : nat) (A : matrix) (b : vector) (B : matrix) (x : vector) (h : R),
  (1 <= n <= 4)%nat -> (1 <= m <= 4)%nat ->
  entries_between m n (- 10) 10 A -> components_between m (- 10) 10 b ->
  entries_between n m (- 10) 10 B -> components_between n (- 10) 10 x ->
  1 / 1000 <= h <= 10 ->
  let f := sequential (sequential (dense_bias n A b) relu) (dense m B) in
  let g := sequential (sequential (dense_bias n A b) tanh_layer) (dense m B) in
  ((exists J, jacobian n n g x J) /\ (exists K, jacobian n n (residual_step g h) x K)) /\
  (forall Jf Kf Jg Kg : matrix,
     jacobian n n f x Jf -> jacobian n n (residual_step f h) x Kf ->
     jacobian n n g x Jg -> jacobian n n (residual_step g h) x Kg ->
     same_vector n (residual_step f h x) (vec_plus x (vec_scale h (f x))) /\
     same_matrix n n Kf (mat_plus identity_matrix (mat_scale h Jf)) /\
     norm_inf n (vec_minus (residual_step g h x) (vec_plus x (vec_scale h (g x)))) <= / 10 ^ 9 /\
     matrix_norm_inf n n (mat_minus Kg (mat_plus identity_matrix (mat_scale h Jg))) <= / 10 ^ 9).
Proof.
  intros n m A b B x h _ _ _ _ _ _ _ f g.
  assert (He : 0 < / 10 ^ 9) by (apply Rinv_0_lt_compat, pow_lt; lra).
  assert (Hg : exists J, jacobian n n g x J).
  { eexists. apply smooth_jacobian.
    eapply (smooth_sequential n m n _ (dense m B)); [|apply smooth_dense].
    eapply (smooth_sequential m m n _ tanh_layer); [apply smooth_affine|apply smooth_tanh]. }
  split.
  - split; [assumption|]. destruct Hg as (J & HJ).
    exists (mat_plus identity_matrix (mat_scale h J)). now apply residual_step_jacobian.
  - intros Jf Kf Jg Kg HJf HKf HJg HKg.
    assert (E : forall l J K, jacobian n n l x J -> jacobian n n (residual_step l h) x K ->
      same_matrix n n K (mat_plus identity_matrix (mat_scale h J))).
    { intros l J K HJ HK i j Hi Hj.
      exact (jacobian_unique n n _ x K _ i j HK (residual_step_jacobian n l h x J HJ) Hi Hj). }
    split; [now intros i _|]. split; [exact (E f Jf Kf HJf HKf)|]. split.
    + unfold norm_inf. rewrite max_zero; [lra|]. intros i _.
      unfold vec_minus, vec_plus, vec_scale, residual_step.
      rewrite Rminus_diag_eq by reflexivity. apply Rabs_R0.
    + rewrite (matrix_norm_inf_same n n _ _ (E g Jg Kg HJg HKg)). lra.
Qed.

(** At an input at which the hidden units are positive the first network has a
    Jacobian too. *)
Theorem residual_is_euler_not_vacuous :
  exists (n m : nat) (A : matrix) (b : vector) (B : matrix) (x : vector) (h : R),
  (1 <= n <= 4)%nat /\ (1 <= m <= 4)%nat /\
  entries_between m n (- 10) 10 A /\ components_between m (- 10) 10 b /\
  entries_between n m (- 10) 10 B /\ components_between n (- 10) 10 x /\
  1 / 1000 <= h <= 10 /\
  let f := sequential (sequential (dense_bias n A b) relu) (dense m B) in
  let g := sequential (sequential (dense_bias n A b) tanh_layer) (dense m B) in
  exists Jf Kf Jg Kg : matrix,
  jacobian n n f x Jf /\ jacobian n n (residual_step f h) x Kf /\
  jacobian n n g x Jg /\ jacobian n n (residual_step g h) x Kg.
Proof.
  exists 4%nat, 3%nat, ones_matrix, (fun _ => 1), ones_matrix, (fun _ => 1), 1.
  split; [lia|]. split; [lia|]. split; [intros i j _ _; unfold ones_matrix; lra|].
  split; [intros i _; lra|]. split; [intros i j _ _; unfold ones_matrix; lra|].
  split; [intros i _; lra|]. split; [lra|]. intros f g.
  assert (Hf : exists J, jacobian 4 4 f (fun _ => 1) J).
  { eexists. apply smooth_jacobian.
    eapply (smooth_sequential 4 3 4 _ (dense 3 ones_matrix)); [|apply smooth_dense].
    eapply (smooth_sequential 3 3 4 _ relu); [apply smooth_affine|]. apply smooth_relu.
    intros i _. unfold dense_bias, mat_vec, ones_matrix. simpl. lra. }
  assert (Hg : exists J, jacobian 4 4 g (fun _ => 1) J).
  { eexists. apply smooth_jacobian.
    eapply (smooth_sequential 4 3 4 _ (dense 3 ones_matrix)); [|apply smooth_dense].
    eapply (smooth_sequential 3 3 4 _ tanh_layer); [apply smooth_affine|apply smooth_tanh]. }
  destruct Hf as (Jf & HJf). destruct Hg as (Jg & HJg).
  exists Jf, (mat_plus identity_matrix (mat_scale 1 Jf)), Jg,
    (mat_plus identity_matrix (mat_scale 1 Jg)).
  split; [assumption|]. split; [now apply residual_step_jacobian|].
  split; [assumption|now apply residual_step_jacobian].
Qed.
