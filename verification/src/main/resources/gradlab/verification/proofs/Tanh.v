(** The derivative of tanh is [1 - tanh^2], in (0, 1]; that of the sigmoid is
    [p (1 - p)], below 1. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Derivatives Gradlab.Matrices Gradlab.Curves.

Lemma cosh_pos : forall x, 0 < cosh x.
Proof. intro x. unfold cosh. pose proof (exp_pos x). pose proof (exp_pos (- x)). lra. Qed.

Lemma cosh_sinh : forall x, cosh x ^ 2 - sinh x ^ 2 = 1.
Proof.
  intro x. unfold cosh, sinh.
  assert (E : exp x * exp (- x) = 1) by (rewrite <- exp_plus, Rplus_opp_r; apply exp_0).
  replace (((exp x + exp (- x)) / 2) ^ 2 - ((exp x - exp (- x)) / 2) ^ 2)
    with (exp x * exp (- x)) by field.
  assumption.
Qed.

Lemma derivative_tanh : forall x, derivable_pt_lim tanh x (1 - tanh x ^ 2).
Proof.
  intro x. pose proof (cosh_pos x) as Hc. pose proof (cosh_sinh x) as E.
  apply derivative_ext with (div_fct sinh cosh); [reflexivity|].
  eapply derivative_value.
  - apply derivable_pt_lim_div; [apply derivable_pt_lim_sinh|apply derivable_pt_lim_cosh|lra].
  - unfold tanh, Rsqr. field. lra.
Qed.

Lemma tanh_slope : forall x, 0 < 1 - tanh x ^ 2 <= 1.
Proof.
  intro x. pose proof (cosh_pos x) as Hc. pose proof (cosh_sinh x) as E. split.
  - replace (1 - tanh x ^ 2) with (/ cosh x ^ 2).
    + apply Rinv_0_lt_compat. nra.
    + unfold tanh.
      replace (1 - (sinh x / cosh x) ^ 2) with ((cosh x ^ 2 - sinh x ^ 2) / cosh x ^ 2)
        by (field; lra).
      rewrite E. field. lra.
  - pose proof (pow2_ge_0 (tanh x)). lra.
Qed.

Lemma smooth_tanh : forall n x, smooth n n tanh_layer x (diag (fun i => 1 - tanh (x i) ^ 2)).
Proof.
  intros n x. apply (smooth_componentwise n tanh (fun y => 1 - tanh y ^ 2)).
  intros. apply derivative_tanh.
Qed.

Lemma derivative_sigmoid : forall x,
  derivable_pt_lim (fun y => 1 / (1 + exp (- y))) x (exp (- x) / (1 + exp (- x)) ^ 2).
Proof.
  intro x. pose proof (exp_pos (- x)) as He.
  eapply derivative_value.
  - apply (derivable_pt_lim_div (fun _ => 1) (fun y => 1 + exp (- y))).
    + apply derivable_pt_lim_const.
    + apply (derivable_pt_lim_plus (fun _ => 1) (fun y => exp (- y)));
        [apply derivable_pt_lim_const|].
      apply (derivable_pt_lim_comp (fun y => - y) exp); [|apply derivable_pt_lim_exp].
      apply (derivable_pt_lim_opp id), derivable_pt_lim_id.
    + lra.
  - unfold fct_cte, Rsqr. field. lra.
Qed.

Lemma sigmoid_slope : forall x, 0 < exp (- x) / (1 + exp (- x)) ^ 2 <= 1.
Proof.
  intro x. pose proof (exp_pos (- x)) as He. assert (Hd : 0 < (1 + exp (- x)) ^ 2) by nra.
  split; [now apply Rdiv_lt_0_compat|].
  apply Rmult_le_reg_r with ((1 + exp (- x)) ^ 2); [assumption|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
Qed.

Lemma smooth_sigmoid : forall n x,
  smooth n n sigmoid x (diag (fun i => exp (- x i) / (1 + exp (- x i)) ^ 2)).
Proof.
  intros n x.
  apply (smooth_componentwise n (fun y => 1 / (1 + exp (- y)))
           (fun y => exp (- y) / (1 + exp (- y)) ^ 2)).
  intros. apply derivative_sigmoid.
Qed.

Theorem tanh_slope_at_most_one :
  forall x : R, (exists d, derivative tanh_layer x d) /\
  (forall d, derivative tanh_layer x d -> d > 0 /\ d <= 1).
Proof.
  intro x. pose proof (derivative_tanh x) as H. split.
  - now exists (1 - tanh x ^ 2).
  - intros d Hd. rewrite (uniqueness_limite _ _ _ _ Hd H).
    pose proof (tanh_slope x). lra.
Qed.

Theorem tanh_slope_at_most_one_not_vacuous : exists x d : R, derivative tanh_layer x d.
Proof. exists 0, (1 - tanh 0 ^ 2). apply derivative_tanh. Qed.
