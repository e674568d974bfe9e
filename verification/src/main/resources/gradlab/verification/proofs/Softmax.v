(** The Jacobian of softmax is [diag p - p p'], and its norm is at most 1/2.
    (gaopavel2017 has the bound 1; 1/2 is the least, by row sums.) *)

Require Import Lra Lia.
Require Import Gradlab.Vocabulary Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm Gradlab.Derivatives.

Definition softmax_jacobian (n : nat) (x : vector) : matrix :=
  fun i j => softmax n x i * (identity_matrix i j - softmax n x j).

Lemma exp_sum_pos : forall n (x : vector), (1 <= n)%nat ->
  0 < sum_below n (fun j => exp (x j)).
Proof. intros. apply sum_pos; [assumption|]. intros. apply exp_pos. Qed.

(** Probabilities: positive, and of sum 1. *)
Lemma softmax_pos : forall n x i, (1 <= n)%nat -> 0 < softmax n x i.
Proof.
  intros. apply Rdiv_lt_0_compat; [apply exp_pos|now apply exp_sum_pos].
Qed.

Lemma softmax_sum : forall n x, (1 <= n)%nat -> sum_below n (softmax n x) = 1.
Proof.
  intros n x Hn. unfold softmax, Rdiv. rewrite sum_scale_right.
  apply Rinv_r. pose proof (exp_sum_pos n x Hn). lra.
Qed.

Lemma derivative_exp_line : forall x v,
  derivable_pt_lim (fun t => exp (x + t * v)) 0 (exp x * v).
Proof.
  intros x v. eapply derivative_value.
  - apply (derivable_pt_lim_comp (fun t => x + t * v) exp).
    + apply derivative_line.
    + apply derivable_pt_lim_exp.
  - now rewrite Rmult_0_l, Rplus_0_r.
Qed.

Theorem softmax_jacobian_correct : forall n x, (1 <= n)%nat ->
  jacobian n n (softmax n) x (softmax_jacobian n x).
Proof.
  intros n x Hn v i Hi. unfold softmax at 1.
  pose proof (exp_sum_pos n x Hn) as Hpos.
  assert (Hat : sum_below n (fun j => exp (x j + 0 * v j)) =
                sum_below n (fun j => exp (x j)))
    by (apply sum_ext; intros; now rewrite Rmult_0_l, Rplus_0_r).
  eapply derivative_value.
  - apply (derivable_pt_lim_div (fun t => exp (x i + t * v i))
             (fun t => sum_below n (fun j => exp (x j + t * v j)))).
    + apply derivative_exp_line.
    + apply derivative_sum. intros j _. apply derivative_exp_line.
    + rewrite Hat. lra.
  - cbv beta. rewrite Hat, Rmult_0_l, Rplus_0_r.
    unfold mat_vec, softmax_jacobian.
    rewrite (sum_ext n
      (fun j => softmax n x i * (identity_matrix i j - softmax n x j) * v j)
      (fun j => softmax n x i * (identity_matrix i j * v j)
       - softmax n x i / sum_below n (fun k => exp (x k)) * (exp (x j) * v j)))
      by (intros; unfold softmax; field; lra).
    rewrite sum_minus, !sum_scale, sum_identity by assumption.
    unfold softmax, Rsqr. field. lra.
Qed.

Lemma softmax_le_one : forall n x i, (i < n)%nat -> softmax n x i <= 1.
Proof.
  intros n x i Hi. assert (Hn : (1 <= n)%nat) by lia. rewrite <- (softmax_sum n x Hn).
  apply (sum_term n (softmax n x)); [intros; left; now apply softmax_pos|assumption].
Qed.

(** The sum of row [i]'s absolute values. *)
Lemma softmax_row_sum_value : forall n x i, (i < n)%nat ->
  sum_below n (fun j => Rabs (softmax_jacobian n x i j)) =
  2 * softmax n x i * (1 - softmax n x i).
Proof.
  intros n x i Hi. assert (Hn : (1 <= n)%nat) by lia.
  pose proof (softmax_sum n x Hn) as Hsum.
  assert (Hp : forall k, 0 < softmax n x k) by (intro; now apply softmax_pos).
  pose proof (softmax_le_one n x i Hi) as Hle.
  unfold softmax_jacobian. set (p := softmax n x) in *.
  rewrite (sum_ext _ _ (fun j => identity_matrix i j * (p j - 2 * p i * p j) + p i * p j)).
  - rewrite sum_plus, sum_scale, Hsum, sum_identity by assumption. ring.
  - intros j _. unfold identity_matrix.
    pose proof (Hp i). pose proof (Hp j).
    destruct (Nat.eqb_spec i j) as [<-|E].
    + rewrite Rabs_right by nra. ring.
    + rewrite Rabs_left by nra. ring.
Qed.

Lemma softmax_row_sum : forall n x i, (i < n)%nat ->
  sum_below n (fun j => Rabs (softmax_jacobian n x i j)) <= 1 / 2.
Proof.
  intros n x i Hi. rewrite softmax_row_sum_value by assumption.
  assert (0 <= (2 * softmax n x i - 1) ^ 2) by apply pow2_ge_0. nra.
Qed.

Lemma softmax_jacobian_symmetric : forall n x i j,
  softmax_jacobian n x i j = softmax_jacobian n x j i.
Proof.
  intros n x i j. unfold softmax_jacobian, identity_matrix.
  rewrite (Nat.eqb_sym j i). destruct (Nat.eqb_spec i j) as [->|E]; ring.
Qed.

Lemma softmax_norm_at_most : forall n x,
  norm_at_most n n (softmax_jacobian n x) (1 / 2).
Proof.
  intros n x. apply schur_test; [lra|apply softmax_jacobian_symmetric|].
  intros. now apply softmax_row_sum.
Qed.

Theorem softmax_half_general : forall n x, (1 <= n)%nat ->
  (exists J s, jacobian n n (softmax n) x J /\ spectral_norm n n J s) /\
  (forall J s, jacobian n n (softmax n) x J -> spectral_norm n n J s -> s <= 1 / 2).
Proof.
  intros n x Hn. pose proof (softmax_jacobian_correct n x Hn) as HJ. split.
  - exists (softmax_jacobian n x).
    destruct (spectral_norm_exists n n (softmax_jacobian n x)) as (s & Hs).
    now exists s.
  - intros J s H Hs. refine (jacobian_spectral_norm_le _ _ _ _ _ _ _ _ _ HJ _ H Hs).
    + lra.
    + apply softmax_norm_at_most.
Qed.

Theorem softmax_half :
  forall (n : nat) (x : vector), (1 <= n <= 32)%nat ->
  (exists J s, jacobian n n (softmax n) x J /\ spectral_norm n n J s) /\
  (forall J s, jacobian n n (softmax n) x J -> spectral_norm n n J s -> s <= 1 / 2).
Proof. intros. now apply softmax_half_general. Qed.

Theorem softmax_half_not_vacuous : exists n : nat, (1 <= n <= 32)%nat.
Proof. exists 32%nat. lia. Qed.

(** Two equal scores reach the bound. *)
Theorem softmax_half_attained :
  exists J, jacobian 2 2 (softmax 2) (fun _ => 0) J /\ spectral_norm 2 2 J (1 / 2).
Proof.
  exists (softmax_jacobian 2 (fun _ => 0)). split.
  - apply softmax_jacobian_correct. lia.
  - set (v := rows [[1; -1]] 0%nat).
    apply spectral_norm_attained with v.
    + lra.
    + apply softmax_norm_at_most.
    + unfold norm. apply sqrt_lt_R0. unfold dot, v, rows. simpl. lra.
    + rewrite <- (Rabs_right (1 / 2)) by lra. rewrite <- norm_scale.
      apply norm_ext. intros i Hi.
      assert (E : forall k, softmax 2 (fun _ => 0) k = 1 / 2)
        by (intro; unfold softmax; simpl; rewrite exp_0; field).
      unfold mat_vec, softmax_jacobian, identity_matrix, v, rows. simpl.
      rewrite !E. destruct i as [|[|i]]; simpl; [lra|lra|lia].
Qed.
