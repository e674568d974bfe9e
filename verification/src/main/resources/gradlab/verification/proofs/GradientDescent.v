(** When gradient descent on a positive definite quadratic converges. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Matrices Gradlab.Orthogonal Gradlab.Recurrence.

Lemma max_below_lt : forall n f c, 0 < c -> (forall i, (i < n)%nat -> f i < c) -> max_below n f < c.
Proof.
  induction n as [|n IH]; intros f c Hc H; simpl; [assumption|].
  apply Rmax_lub_lt; auto.
Qed.

Theorem gradient_descent_threshold :
  forall (n : nat) (Q : matrix) (d optimum x : vector) (eta : R) (k : nat) (lambda_max : R),
  (1 <= n <= 4)%nat -> orthogonal n Q -> components_between n (1 / 1000) 1000 d ->
  components_between n (- 100) 100 optimum -> components_between n (- 100) 100 x ->
  (1 <= k <= 6)%nat ->
  (forall i, (1 <= i < n)%nat -> d i <= d 0%nat) ->
  let A := mat_mul n (mat_mul n Q (diag d)) (transpose Q) in
  spectral_norm n n A lambda_max ->
  let first := fun i => match i with O => 1 | S _ => 0 end in
  let worst := mat_vec n Q first in
  let step := residual_step (dense_bias n A (vec_scale (- 1) (mat_vec n A optimum))) (- eta) in
  let steps := repeat_layer step k in
  let q := norm_inf n (vec_minus (fun _ => 1) (vec_scale eta d)) in
  (0 < eta /\ eta < 2 / lambda_max ->
     q < 1 /\ norm n (vec_minus (steps x) optimum) <= q ^ k * norm n (vec_minus x optimum)) /\
  (eta <= 0 \/ eta >= 2 / lambda_max ->
     norm n (vec_minus (steps (vec_plus optimum worst)) optimum) >= 1) /\
  norm n worst = 1 /\ same_vector n (mat_vec n A worst) (vec_scale (d 0%nat) worst).
Proof.
  intros n Q d optimum x eta k lambda_max Hn HQ Hd _ _ _ Htop A Hlambda first worst step steps q.
  assert (HQt : orthogonal n (transpose Q)) by now apply orthogonal_transpose.
  assert (Hle : forall i, (i < n)%nat -> d i <= d 0%nat)
    by (intros [|i] Hi; [lra|apply Htop; lia]).
  pose proof (Hd 0%nat ltac:(lia)) as Hd0.
  assert (Hfirst : norm n first = 1).
  { rewrite <- (norm_unit n) by lia. apply norm_ext. now intros [|i] _. }
  assert (Hworst : norm n worst = 1) by (unfold worst; now rewrite orthogonal_norm).
  assert (Heig : same_vector n (mat_vec n A worst) (vec_scale (d 0%nat) worst)).
  { intros i Hi. unfold A, worst. rewrite !mat_vec_product. unfold vec_scale.
    rewrite <- mat_vec_scale. apply (mat_vec_same n n Q); [|assumption]. intros j Hj.
    rewrite mat_vec_diag by assumption. rewrite (orthogonal_undoes n Q first HQ j Hj).
    unfold first. destruct j; ring. }
  assert (Htop_norm : lambda_max = d 0%nat).
  { apply (spectral_norm_unique n n A); [assumption|].
    apply spectral_norm_attained with worst; [lra| |lra|].
    - replace (d 0%nat) with (1 * d 0%nat * 1) by ring.
      repeat apply norm_at_most_mul; try lra; try now apply orthogonal_at_most.
      apply norm_at_most_diag; [lra|]. intros i Hi. specialize (Hd i Hi). specialize (Hle i Hi).
      apply Rabs_le. lra.
    - rewrite <- (Rabs_right (d 0%nat)) by lra. rewrite <- norm_scale. now apply norm_ext. }
  (* In the eigenvectors' coordinates each step multiplies by 1 - eta d. *)
  assert (Hcoordinates : forall m y, same_vector n
    (mat_vec n (transpose Q) (vec_minus (repeat_layer step m y) optimum))
    (fun i => (1 - eta * d i) ^ m * mat_vec n (transpose Q) (vec_minus y optimum) i)).
  { induction m as [|m IH]; intros y i Hi.
    - cbn [repeat_layer pow]. ring.
    - cbn [repeat_layer]. unfold sequential. rewrite (IH (step y) i Hi).
      assert (E : mat_vec n (transpose Q) (vec_minus (step y) optimum) i =
                  (1 - eta * d i) * mat_vec n (transpose Q) (vec_minus y optimum) i).
      { set (e := vec_minus y optimum).
        rewrite (mat_vec_same n n (transpose Q) _ (fun j => 1 * e j + (- eta) * mat_vec n A e j)).
        - rewrite mat_vec_linear. unfold A. rewrite !mat_vec_product.
          rewrite (orthogonal_undoes n Q _ HQ i Hi), mat_vec_diag by assumption. ring.
        - intros j Hj. unfold step, residual_step, dense_bias.
          unfold vec_minus at 1, vec_scale at 1, e.
          rewrite <- (mat_vec_same n n A (fun j => 1 * y j + (- 1) * optimum j)
                        (vec_minus y optimum)) by
            (try assumption; intros r _; unfold vec_minus; ring).
          rewrite mat_vec_linear. unfold vec_minus. ring.
        - assumption. }
      rewrite E. simpl. ring. }
  assert (Hnorm : forall m y, norm n (vec_minus (repeat_layer step m y) optimum) =
    norm n (fun i => (1 - eta * d i) ^ m * mat_vec n (transpose Q) (vec_minus y optimum) i)).
  { intros m y. rewrite <- (orthogonal_norm n (transpose Q) _ HQt).
    apply norm_ext. exact (Hcoordinates m y). }
  rewrite Htop_norm.
  assert (Hinv : 2 / d 0%nat * d 0%nat = 2) by (field; lra).
  split; [|split; [|split; assumption]].
  - intros [He0 He]. apply Rmult_lt_compat_r with (r := d 0%nat) in He; [|lra].
    assert (Hq : forall i, (i < n)%nat -> Rabs (1 - eta * d i) <= q).
    { intros i Hi. exact (max_term n (fun i => Rabs (vec_minus (fun _ => 1) (vec_scale eta d) i)) i Hi). }
    assert (Hq0 : 0 <= q) by apply max_nonneg.
    split.
    + apply max_below_lt; [lra|]. intros i Hi. unfold vec_minus, vec_scale.
      specialize (Hd i Hi). specialize (Hle i Hi).
      assert (0 < eta * d i) by (apply Rmult_lt_0_compat; lra).
      assert (eta * d i <= eta * d 0%nat) by (apply Rmult_le_compat_l; lra).
      apply Rabs_def1; lra.
    + unfold steps. rewrite Hnorm.
      rewrite <- (orthogonal_norm n (transpose Q) (vec_minus x optimum) HQt).
      set (z := mat_vec n (transpose Q) (vec_minus x optimum)).
      apply norm_le; [now apply pow_le|]. unfold dot. rewrite <- sum_scale. apply sum_le.
      intros i Hi.
      replace ((1 - eta * d i) ^ k * z i * ((1 - eta * d i) ^ k * z i))
        with ((Rabs (1 - eta * d i) ^ k) ^ 2 * (z i * z i))
        by (rewrite RPow_abs, pow2_abs; ring).
      apply Rmult_le_compat_r; [nra|]. apply pow_incr. split; [apply pow_le, Rabs_pos|].
      apply pow_incr. split; [apply Rabs_pos|now apply Hq].
  - intro Hout. unfold steps. rewrite Hnorm. apply Rle_ge.
    assert (Hsize : 1 <= Rabs (1 - eta * d 0%nat)).
    { destruct Hout as [H|H].
      - assert (eta * d 0%nat <= 0) by nra. rewrite Rabs_right; lra.
      - apply Rge_le, Rmult_le_compat_r with (r := d 0%nat) in H; [|lra].
        rewrite Rabs_left1; lra. }
    eapply Rle_trans; [|apply (component_le_norm n _ 0); lia].
    cbv beta. rewrite Rabs_mult, <- RPow_abs.
    rewrite (mat_vec_same n n (transpose Q) _ worst) by
      (try lia; intros j _; unfold vec_minus, vec_plus; ring).
    unfold worst. rewrite (orthogonal_undoes n Q first HQ 0%nat) by lia.
    unfold first. rewrite Rabs_R1, Rmult_1_r. now apply pow_R1_Rle.
Qed.

Theorem gradient_descent_threshold_not_vacuous :
  exists (n : nat) (Q : matrix) (d optimum x : vector) (k : nat) (lambda_max : R),
  (1 <= n <= 4)%nat /\ orthogonal n Q /\ components_between n (1 / 1000) 1000 d /\
  components_between n (- 100) 100 optimum /\ components_between n (- 100) 100 x /\
  (1 <= k <= 6)%nat /\
  (forall i, (1 <= i < n)%nat -> d i <= d 0%nat) /\
  spectral_norm n n (mat_mul n (mat_mul n Q (diag d)) (transpose Q)) lambda_max.
Proof.
  destruct (spectral_norm_exists 4 4
    (mat_mul 4 (mat_mul 4 identity_matrix (diag (fun _ => 1))) (transpose identity_matrix)))
    as (s & Hs).
  exists 4%nat, identity_matrix, (fun _ => 1), (fun _ => 1), (fun _ => 1), 6%nat, s.
  split; [lia|]. split; [apply orthogonal_identity|].
  split; [intros i _; lra|]. split; [intros i _; lra|]. split; [intros i _; lra|].
  split; [lia|]. split; [intros; lra|assumption].
Qed.
