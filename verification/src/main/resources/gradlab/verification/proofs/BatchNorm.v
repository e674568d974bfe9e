(** No output of batch normalisation exceeds the root of the batch size less
    one. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.LayerNormJacobian
  Gradlab.Recurrence.

Lemma max_below_le : forall n f c, 0 <= c -> (forall i, (i < n)%nat -> f i <= c) ->
  max_below n f <= c.
Proof.
  induction n as [|n IH]; intros f c Hc H; simpl; [assumption|].
  apply Rmax_lub; auto.
Qed.

(** [N d = e . d] for the deviations [d] and [e = N at i, less 1 everywhere],
    whose square is [N (N - 1)]. *)
Lemma deviation_bound : forall N x i, (i < N)%nat ->
  (x i - mean N x) ^ 2 <= (INR N - 1) * variance N x.
Proof.
  intros N x i Hi. assert (HN : (1 <= N)%nat) by lia.
  pose proof (dimension_pos N HN) as Hpos.
  set (d := fun j => x j - mean N x).
  set (e := fun j => identity_matrix i j * INR N - 1).
  assert (Hd : sum_below N d = 0) by now apply centred_sum.
  assert (Hed : dot N e d = INR N * d i).
  { unfold dot, e. rewrite (sum_ext _ _ (fun j => identity_matrix i j * (INR N * d j) - d j))
      by (intros; ring).
    rewrite sum_minus, (sum_identity N i (fun j => INR N * d j)) by assumption.
    change (sum_below N (fun j => d j)) with (sum_below N d). rewrite Hd. ring. }
  assert (Hee : dot N e e = INR N * (INR N - 1)).
  { unfold dot, e. rewrite (sum_ext _ _ (fun j =>
      identity_matrix i j * (identity_matrix i j * INR N * INR N - 2 * INR N) + 1))
      by (intros; ring).
    rewrite sum_plus, (sum_identity N i (fun j => identity_matrix i j * INR N * INR N - 2 * INR N)),
      sum_const by assumption.
    unfold identity_matrix. rewrite Nat.eqb_refl. ring. }
  assert (Hdd : dot N d d = INR N * variance N x).
  { unfold variance. replace (INR N * (sum_below N (fun j => (x j - mean N x) ^ 2) / INR N))
      with (sum_below N (fun j => (x j - mean N x) ^ 2)) by (field; lra).
    apply sum_ext. intros. unfold d. ring. }
  pose proof (cauchy_schwarz_squared N e d) as H. rewrite Hed, Hee, Hdd in H.
  change (d i ^ 2 <= (INR N - 1) * variance N x).
  apply Rmult_le_reg_l with (INR N ^ 2); [nra|]. lra.
Qed.

Theorem batchnorm_range_bound :
  let eps := 1 / 100000 in
  forall (N : nat) (x : vector), (1 <= N <= 32)%nat ->
  norm_inf N (batchnorm N eps x) <= sqrt (INR N - 1).
Proof.
  intros eps N x HN. apply max_below_le; [apply sqrt_pos|]. intros i Hi.
  assert (HN1 : (1 <= N)%nat) by lia.
  assert (He : 0 < eps) by (unfold eps; lra).
  pose proof (layernorm_scale_bound N eps x HN1 He) as Hs.
  pose proof (layernorm_scale_squared N eps x HN1 He) as Hs2.
  unfold batchnorm. fold (layernorm_scale N eps x). set (s := layernorm_scale N eps x) in *.
  assert (Hroom : 0 <= INR N - 1).
  { apply le_INR in HN1. simpl in HN1. lra. }
  unfold Rdiv. rewrite Rabs_mult, Rabs_inv, (Rabs_right s) by lra.
  apply Rmult_le_reg_r with s; [lra|]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  apply Rsqr_incr_0_var; [|apply Rmult_le_pos; [apply sqrt_pos|lra]].
  rewrite Rsqr_mult, Rsqr_sqrt by assumption. rewrite <- Rsqr_abs, !Rsqr_pow2, Hs2.
  pose proof (deviation_bound N x i Hi). nra.
Qed.

Theorem batchnorm_range_bound_not_vacuous : exists N : nat, (1 <= N <= 32)%nat.
Proof. exists 32%nat. lia. Qed.
