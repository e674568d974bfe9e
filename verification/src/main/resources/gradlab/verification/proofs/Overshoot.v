(** When a step of gradient descent on a quadratic overshoots along an
    eigenvector. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Matrices Gradlab.Symmetric Gradlab.Recurrence.

(** The matrix [v v'], written with a matrix of ones. *)
Definition along (n : nat) (v : vector) : matrix :=
  mat_mul n (mat_mul n (diag v) ones_matrix) (diag v).

Lemma along_acts : forall n v x, same_vector n (mat_vec n (along n v) x) (vec_scale (dot n v x) v).
Proof.
  intros n v x i Hi. unfold along. rewrite !mat_vec_product, mat_vec_diag by assumption.
  unfold vec_scale. rewrite Rmult_comm. f_equal. unfold mat_vec at 1, dot, ones_matrix.
  apply sum_ext. intros j Hj. rewrite mat_vec_diag by assumption. ring.
Qed.

Lemma along_symmetric : forall n v, symmetric n (along n v).
Proof.
  intros n v. assert (E : forall i j, (i < n)%nat -> (j < n)%nat -> along n v i j = v i * v j).
  { intros i j Hi Hj. unfold along, mat_mul at 1.
    rewrite (sum_ext _ _ (fun k => identity_matrix j k * (v i * v k))).
    - now apply (sum_identity n j (fun k => v i * v k)).
    - intros k Hk. rewrite mat_mul_diag by assumption.
      unfold ones_matrix, diag, identity_matrix. rewrite (Nat.eqb_sym j k).
      destruct (Nat.eqb k j); ring. }
  intros i j Hi Hj. rewrite !E by assumption. ring.
Qed.

Lemma sandwich_symmetric : forall n P B, symmetric n P -> symmetric n B ->
  symmetric n (mat_mul n (mat_mul n P B) P).
Proof.
  intros n P B HP HB i j Hi Hj. unfold mat_mul.
  rewrite (sum_ext n _ (fun k => sum_below n (fun l => P i l * B l k * P k j)))
    by (intros; symmetry; apply sum_scale_right).
  rewrite sum_swap.
  rewrite (sum_ext n (fun k => sum_below n (fun l => P j l * B l k) * P k i)
             (fun k => sum_below n (fun l => P j l * B l k * P k i)))
    by (intros; symmetry; apply sum_scale_right).
  apply sum_ext. intros l Hl. apply sum_ext. intros k Hk.
  rewrite (HP i l), (HP k j), (HB l k) by assumption. ring.
Qed.

Theorem overshoot :
  forall (n : nat) (v : vector) (lambda : R) (B : matrix) (optimum x s : vector) (eta : R),
  (1 <= n <= 4)%nat -> norm n v = 1 -> 1 / 1000 <= lambda <= 1000 -> symmetric n B ->
  let along := mat_mul n (mat_mul n (diag v) ones_matrix) (diag v) in
  let across := mat_minus identity_matrix along in
  let A := mat_plus (mat_scale lambda along) (mat_mul n (mat_mul n across B) across) in
  let gradient := mat_vec n A (vec_minus x optimum) in
  let before := dot n v (vec_minus x optimum) in
  let after := dot n v (vec_minus (vec_minus x (vec_scale eta gradient)) optimum) in
  before <> 0 ->
  same_vector n (mat_vec n A v) (vec_scale lambda v) /\
  dot n (vec_minus (vec_plus x s) optimum) (mat_vec n A (vec_minus (vec_plus x s) optimum)) =
    dot n (vec_minus x optimum) (mat_vec n A (vec_minus x optimum))
    + 2 * dot n gradient s + dot n s (mat_vec n A s) /\
  (before * after < 0 -> eta > 1 / lambda) /\
  (eta > 1 / lambda -> before * after < 0).
Proof.
  intros n v lambda B optimum x s eta Hn Hv Hl HB al across A gradient before after Hbefore.
  assert (Hvv : dot n v v = 1) by (rewrite <- norm_squared, Hv; ring).
  assert (Hal : forall y, same_vector n (mat_vec n al y) (vec_scale (dot n v y) v))
    by (intro; apply along_acts).
  assert (Hsym : symmetric n A).
  { assert (Hs : symmetric n across).
    { intros i j Hi Hj. unfold across, mat_minus. f_equal; [|now apply along_symmetric].
      unfold identity_matrix. now rewrite Nat.eqb_sym. }
    intros i j Hi Hj. unfold A, mat_plus, mat_scale. f_equal; [f_equal; now apply along_symmetric|].
    now apply sandwich_symmetric. }
  assert (Hzero : same_vector n (mat_vec n across v) (fun _ => 0)).
  { intros i Hi. unfold across.
    rewrite mat_vec_difference, mat_vec_identity, Hal by assumption.
    unfold vec_scale. rewrite Hvv. ring. }
  assert (Heig : same_vector n (mat_vec n A v) (vec_scale lambda v)).
  { intros i Hi. unfold A.
    rewrite mat_vec_sum, mat_vec_scaled, !mat_vec_product, (Hal v i Hi).
    rewrite (mat_vec_same n n across _ (fun _ => 0)).
    - unfold mat_vec. rewrite (sum_ext _ _ (fun _ => 0)), sum_zero by (intros; ring).
      unfold vec_scale. rewrite Hvv. ring.
    - intros j Hj. rewrite (mat_vec_same n n B _ (fun _ => 0) Hzero j Hj).
      unfold mat_vec. rewrite (sum_ext _ _ (fun _ => 0)), sum_zero by (intros; ring). reflexivity.
    - assumption. }
  split; [assumption|]. split.
  - set (e := vec_minus x optimum) in *.
    rewrite (dot_ext n (vec_minus (vec_plus x s) optimum) _
               (fun i => 1 * e i + 1 * s i)
               (fun i => 1 * gradient i + 1 * mat_vec n A s i)).
    + rewrite dot_linear.
      rewrite !(dot_comm n _ (fun i => 1 * gradient i + 1 * mat_vec n A s i)), !dot_linear.
      rewrite (dot_comm n (mat_vec n A s) e), (dot_symmetric n A e s) by assumption.
      fold gradient. rewrite (dot_comm n gradient e), (dot_comm n (mat_vec n A s) s). ring.
    + intros i _. unfold e, vec_minus, vec_plus. ring.
    + intros i Hi. unfold gradient. rewrite <- mat_vec_linear.
      apply (mat_vec_same n n A); [|assumption].
      intros j _. unfold e, vec_minus, vec_plus. ring.
  - assert (Hafter : after = (1 - eta * lambda) * before).
    { unfold after. rewrite dot_comm.
      rewrite (dot_ext n _ v (fun i => 1 * vec_minus x optimum i + (- eta) * gradient i) v)
        by (intros i _; unfold vec_minus, vec_scale; ring).
      rewrite dot_linear, !(dot_comm n _ v). unfold gradient.
      rewrite dot_symmetric by assumption. fold before.
      rewrite (dot_ext n _ _ (fun i => lambda * v i + 0 * v i) (vec_minus x optimum))
        by (try (intros i Hi; rewrite (Heig i Hi); unfold vec_scale; ring); now intros i _).
      rewrite dot_linear. fold before. ring. }
    assert (Hsq : 0 < before * before) by nra.
    assert (Hinv : 1 / lambda * lambda = 1) by (field; lra).
    assert (E : before * after = (1 - eta * lambda) * (before * before)) by (rewrite Hafter; ring).
    split; intro H.
    + rewrite E in H. apply Rlt_gt, Rmult_lt_reg_r with lambda; [lra|]. nra.
    + rewrite E. assert (1 / lambda * lambda < eta * lambda) by (apply Rmult_lt_compat_r; lra).
      nra.
Qed.

Theorem overshoot_not_vacuous :
  exists (n : nat) (v : vector) (lambda : R) (B : matrix) (optimum x : vector),
  (1 <= n <= 4)%nat /\ norm n v = 1 /\ 1 / 1000 <= lambda <= 1000 /\ symmetric n B /\
  dot n v (vec_minus x optimum) <> 0.
Proof.
  exists 4%nat, (identity_matrix 0%nat), 1, ones_matrix, (fun _ => 0), (fun _ => 1).
  split; [lia|]. split; [apply norm_unit; lia|]. split; [lra|]. split; [now intros i j _ _|].
  unfold dot, vec_minus, identity_matrix. simpl. lra.
Qed.
