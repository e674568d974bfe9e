(** The rectifier's derivative is 1 above 0 and 0 below; along positive units a
    network is the product of its weights. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.Derivatives
  Gradlab.Matrices Gradlab.Curves.

(** What is positive at 0 is so nearby, if it has a derivative there. *)
Lemma positive_nearby : forall f d, 0 < f 0 -> derivable_pt_lim f 0 d ->
  exists r, 0 < r /\ forall t, Rabs (t - 0) < r -> 0 < f t.
Proof.
  intros f d Hf Hd.
  assert (Hc : continuity_pt f 0).
  { apply derivable_continuous_pt. now exists d. }
  destruct (Hc (f 0) Hf) as (r & Hr & H). exists r. split; [assumption|].
  intros t Ht. destruct (Req_dec t 0) as [->|E]; [assumption|].
  assert (Hx : D_x no_cond 0 t /\ Rabs (t - 0) < r)
    by (split; [split; [exact I|auto]|assumption]).
  specialize (H t Hx). simpl in H. unfold R_dist in H. apply Rabs_def2 in H. lra.
Qed.

Theorem smooth_relu : forall n x, (forall i, (i < n)%nat -> 0 < x i) ->
  smooth n n relu x identity_matrix.
Proof.
  intros n x Hx c v Hc Hv i Hi. rewrite mat_vec_identity by assumption.
  destruct (positive_nearby (fun t => c t i) (v i)) as (r & Hr & Hpos).
  - rewrite Hc. now apply Hx.
  - now apply Hv.
  - apply derivative_local with (fun t => c t i) r; [assumption| |now apply Hv].
    intros t Ht. specialize (Hpos t Ht). unfold relu. rewrite Rmax_right; lra.
Qed.

Lemma derivative_relu_positive : forall t, 0 < t -> derivative relu t 1.
Proof.
  intros t Ht. unfold derivative, relu.
  apply derivative_local with (fun y => y) t; [assumption| |apply derivable_pt_lim_id].
  intros s Hs. apply Rabs_def2 in Hs. rewrite Rmax_right; lra.
Qed.

Lemma derivative_relu_negative : forall t, 0 < t -> derivative relu (- t) 0.
Proof.
  intros t Ht. unfold derivative, relu.
  apply derivative_local with (fun _ => 0) t; [assumption| |apply derivable_pt_lim_const].
  intros s Hs. apply Rabs_def2 in Hs. rewrite Rmax_left; lra.
Qed.

(** Positive weights keep positive vectors positive. *)
Lemma positive_dense : forall n W x, (1 <= n)%nat ->
  (forall i j, (i < n)%nat -> (j < n)%nat -> 0 < W i j) ->
  (forall i, (i < n)%nat -> 0 < x i) -> forall i, (i < n)%nat -> 0 < dense n W x i.
Proof.
  intros n W x Hn HW Hx i Hi. apply sum_pos; [assumption|].
  intros j Hj. apply Rmult_lt_0_compat; auto.
Qed.

Lemma smooth_positive_layer : forall n W x, (1 <= n)%nat ->
  (forall i j, (i < n)%nat -> (j < n)%nat -> 0 < W i j) ->
  (forall i, (i < n)%nat -> 0 < x i) ->
  smooth n n (sequential (dense n W) relu) x W /\
  (forall i, (i < n)%nat -> 0 < sequential (dense n W) relu x i).
Proof.
  intros n W x Hn HW Hx. pose proof (positive_dense n W x Hn HW Hx) as H. split.
  - apply smooth_same with (mat_mul n identity_matrix W).
    + apply same_action. intros v i Hi. rewrite mat_vec_product. now apply mat_vec_identity.
    + apply smooth_sequential; [apply smooth_dense|now apply smooth_relu].
  - intros i Hi. specialize (H i Hi). unfold sequential, relu. rewrite Rmax_right; lra.
Qed.

Theorem relu_slope :
  forall (n : nat) (A B C : matrix) (x : vector) (t : R),
  (1 <= n <= 5)%nat ->
  entries_between n n (1 / 1000) 10 A -> entries_between n n (1 / 1000) 10 B ->
  entries_between n n (1 / 1000) 10 C -> components_between n (1 / 1000) 10 x ->
  / 10 ^ 300 <= t <= 10 ^ 300 ->
  derivative relu t 1 /\ derivative relu (- t) 0 /\
  let f := sequential (dense n A) (sequential relu (sequential (dense n B)
             (sequential relu (sequential (dense n C) relu)))) in
  (exists J, jacobian n n f x J) /\
  (forall J, jacobian n n f x J -> same_matrix n n J (mat_mul n (mat_mul n C B) A)).
Proof.
  intros n A B C x t Hn HA HB HC Hx Ht. assert (Hn1 : (1 <= n)%nat) by lia.
  assert (Hpos : forall W, entries_between n n (1 / 1000) 10 W ->
    forall i j, (i < n)%nat -> (j < n)%nat -> 0 < W i j)
    by (intros W HW i j Hi Hj; specialize (HW i j Hi Hj); lra).
  assert (Hx0 : forall i, (i < n)%nat -> 0 < x i)
    by (intros i Hi; specialize (Hx i Hi); lra).
  assert (Ht0 : 0 < t).
  { apply Rlt_le_trans with (/ 10 ^ 300); [|lra]. apply Rinv_0_lt_compat, pow_lt. lra. }
  split; [now apply derivative_relu_positive|]. split; [now apply derivative_relu_negative|].
  intro f.
  destruct (smooth_positive_layer n A x Hn1 (Hpos A HA) Hx0) as [S1 P1].
  destruct (smooth_positive_layer n B _ Hn1 (Hpos B HB) P1) as [S2 P2].
  destruct (smooth_positive_layer n C _ Hn1 (Hpos C HC) P2) as [S3 _].
  pose proof (smooth_sequential _ _ _ _ _ _ _ _ S1 (smooth_sequential _ _ _ _ _ _ _ _ S2 S3)) as S.
  assert (HJ : jacobian n n f x (mat_mul n (mat_mul n C B) A)) by exact (smooth_jacobian _ _ _ _ _ S).
  split; [eexists; exact HJ|]. intros J H i j Hi Hj.
  exact (jacobian_unique n n f x J _ i j H HJ Hi Hj).
Qed.

Theorem relu_slope_not_vacuous :
  exists (n : nat) (A B C : matrix) (x : vector) (t : R),
  (1 <= n <= 5)%nat /\
  entries_between n n (1 / 1000) 10 A /\ entries_between n n (1 / 1000) 10 B /\
  entries_between n n (1 / 1000) 10 C /\ components_between n (1 / 1000) 10 x /\
  / 10 ^ 300 <= t <= 10 ^ 300.
Proof.
  exists 5%nat, ones_matrix, ones_matrix, ones_matrix, (fun _ => 1), 1.
  assert (H : entries_between 5 5 (1 / 1000) 10 ones_matrix) by (intros i j _ _; unfold ones_matrix; lra).
  split; [lia|]. split; [assumption|]. split; [assumption|]. split; [assumption|].
  split; [intros i _; lra|].
  assert (1 <= 10 ^ 300) by (apply pow_R1_Rle; lra).
  split; [|assumption]. rewrite <- Rinv_1. apply Rinv_le_contravar; lra.
Qed.
