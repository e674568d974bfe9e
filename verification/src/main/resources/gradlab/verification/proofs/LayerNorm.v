(** Layer normalisation amplifies no vector by more than [1 / sqrt eps], and at
    constant inputs it amplifies some by just that. *)

Require Import Lra Lia.
Require Import Gradlab.Vocabulary Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Derivatives Gradlab.LayerNormJacobian.

Lemma centred_norm : forall n v, (1 <= n)%nat ->
  sum_below n (fun i => (v i - mean n v) ^ 2) <= dot n v v.
Proof.
  intros n v Hn. pose proof (dimension_pos n Hn).
  rewrite (sum_ext _ _ (fun i => v i * v i - (2 * mean n v * v i - mean n v ^ 2)))
    by (intros; ring).
  rewrite sum_minus, sum_minus, sum_scale, sum_const. fold (dot n v v).
  replace (sum_below n v) with (INR n * mean n v) by (unfold mean; field; lra).
  assert (0 <= INR n * mean n v ^ 2) by (apply Rmult_le_pos; [lra|apply pow2_ge_0]).
  nra.
Qed.

(** The output's squares sum to at most [n]. *)
Lemma layernorm_output_bound : forall n eps x, (1 <= n)%nat -> 0 < eps ->
  dot n (layernorm n eps x) (layernorm n eps x) <= INR n.
Proof.
  intros n eps x Hn He. pose proof (dimension_pos n Hn) as Hd.
  pose proof (layernorm_scale_bound n eps x Hn He) as Hs.
  pose proof (layernorm_scale_squared n eps x Hn He) as Hs2.
  unfold dot. change (layernorm n eps x)
    with (fun i => (x i - mean n x) / layernorm_scale n eps x).
  set (s := layernorm_scale n eps x) in *.
  rewrite (sum_ext _ _ (fun i => / s ^ 2 * (x i - mean n x) ^ 2))
    by (intros; field; lra).
  rewrite sum_scale.
  replace (sum_below n (fun i => (x i - mean n x) ^ 2)) with (INR n * variance n x)
    by (unfold variance; field; lra).
  apply Rmult_le_reg_l with (s ^ 2); [nra|].
  replace (s ^ 2 * (/ s ^ 2 * (INR n * variance n x))) with (INR n * variance n x)
    by (field; lra).
  rewrite Hs2. nra.
Qed.

(** Subtracting the mean and the part along the output shortens a vector. *)
Theorem layernorm_norm_at_most : forall n eps x, (1 <= n)%nat -> 0 < eps ->
  norm_at_most n n (layernorm_jacobian n eps x) (1 / layernorm_scale n eps x).
Proof.
  intros n eps x Hn He v. pose proof (dimension_pos n Hn) as Hd.
  pose proof (layernorm_scale_bound n eps x Hn He) as Hs.
  pose proof (layernorm_output_bound n eps x Hn He) as Hz.
  set (s := layernorm_scale n eps x) in *. set (z := layernorm n eps x) in *.
  assert (Hinv : 0 < / s) by (apply Rinv_0_lt_compat; lra).
  apply norm_le; [unfold Rdiv; lra|].
  set (d := fun i => v i - mean n v). set (p := dot n z d / INR n).
  assert (Hzsum : sum_below n z = 0).
  { unfold z, layernorm, Rdiv. rewrite sum_scale_right, centred_sum by assumption. ring. }
  assert (Hzv : dot n z v = INR n * p).
  { unfold p, dot, d.
    rewrite (sum_ext n (fun i => z i * (v i - mean n v))
               (fun i => z i * v i - z i * mean n v)) by (intros; ring).
    rewrite sum_minus, sum_scale_right, Hzsum. field. lra. }
  assert (Hact : forall i, (i < n)%nat ->
    mat_vec n (layernorm_jacobian n eps x) v i = / s * (d i - p * z i)).
  { intros i Hi. unfold mat_vec, layernorm_jacobian. fold s z.
    rewrite (sum_ext _ _ (fun j => / s * (identity_matrix i j * v j)
              - (/ s * / INR n * v j + z i / (s * INR n) * (z j * v j))))
      by (intros; field; lra).
    rewrite sum_minus, sum_plus, !sum_scale, sum_identity by assumption.
    fold (dot n z v). rewrite Hzv. unfold d, mean. field. lra. }
  unfold dot at 1.
  rewrite (sum_ext _ _ (fun i => (/ s) ^ 2 *
             (d i ^ 2 - (2 * p * (z i * d i) - p ^ 2 * (z i * z i)))))
    by (intros; rewrite !Hact by assumption; ring).
  rewrite sum_scale, sum_minus, sum_minus, !sum_scale. fold (dot n z d) (dot n z z).
  replace (dot n z d) with (INR n * p) by (unfold p; field; lra).
  unfold Rdiv. rewrite Rmult_1_l.
  apply Rmult_le_compat_l; [apply pow2_ge_0|].
  pose proof (centred_norm n v Hn) as Hc. fold d in Hc.
  change (sum_below n (fun i => d i ^ 2) <= dot n v v) in Hc.
  pose proof (Rmult_le_compat_l (p ^ 2) _ _ (pow2_ge_0 p) Hz).
  assert (0 <= INR n * p ^ 2) by (apply Rmult_le_pos; [lra|apply pow2_ge_0]).
  lra.
Qed.

Theorem layernorm_cap_general : forall n eps x, (1 <= n)%nat -> 0 < eps ->
  (exists J s, jacobian n n (layernorm n eps) x J /\ spectral_norm n n J s) /\
  (forall J s, jacobian n n (layernorm n eps) x J -> spectral_norm n n J s ->
     s <= 1 / sqrt eps).
Proof.
  intros n eps x Hn He.
  pose proof (layernorm_jacobian_correct n eps x Hn He) as HJ.
  destruct (layernorm_scale_bound n eps x Hn He) as [Hp Hle]. split.
  - exists (layernorm_jacobian n eps x).
    destruct (spectral_norm_exists n n (layernorm_jacobian n eps x)) as (s & Hs).
    now exists s.
  - intros J s H Hs. refine (jacobian_spectral_norm_le _ _ _ _ _ _ _ _ _ HJ _ H Hs).
    + left. apply Rdiv_lt_0_compat; lra.
    + eapply norm_at_most_weaken; [|now apply layernorm_norm_at_most].
      unfold Rdiv. rewrite !Rmult_1_l. now apply Rinv_le_contravar.
Qed.

Theorem layernorm_cap :
  let eps := 1 / 100000 in
  forall (n : nat) (x : vector), (2 <= n <= 256)%nat -> norm n x > 0 ->
  (exists J s, jacobian n n (layernorm n eps) x J /\ spectral_norm n n J s) /\
  (forall J s, jacobian n n (layernorm n eps) x J -> spectral_norm n n J s ->
     s <= 1 / sqrt eps).
Proof.
  intros eps n x Hn _. apply layernorm_cap_general; [lia|unfold eps; lra].
Qed.

Theorem layernorm_cap_not_vacuous :
  exists (n : nat) (x : vector), (2 <= n <= 256)%nat /\ norm n x > 0.
Proof.
  exists 2%nat, (fun _ => 1). split; [lia|].
  unfold norm. apply sqrt_lt_R0. unfold dot. simpl. lra.
Qed.

(** * The bound is attained *)

Lemma constant_mean : forall n c, (1 <= n)%nat -> mean n (fun _ => c) = c.
Proof.
  intros n c Hn. pose proof (dimension_pos n Hn).
  unfold mean. rewrite sum_const. field. lra.
Qed.

Lemma constant_variance : forall n c, (1 <= n)%nat -> variance n (fun _ => c) = 0.
Proof.
  intros n c Hn. pose proof (dimension_pos n Hn).
  unfold variance. rewrite constant_mean by assumption.
  rewrite (sum_ext _ _ (fun _ => 0)), sum_zero by (intros; ring). field. lra.
Qed.

(** At an input of equal components, along the difference of two of them. *)
Theorem layernorm_cap_attained : forall n eps c, (2 <= n)%nat -> 0 < eps ->
  exists J, jacobian n n (layernorm n eps) (fun _ => c) J /\
            spectral_norm n n J (1 / sqrt eps).
Proof.
  intros n eps c Hn He. assert (Hn1 : (1 <= n)%nat) by lia.
  pose proof (dimension_pos n Hn1) as Hd.
  set (x := fun _ : nat => c). exists (layernorm_jacobian n eps x).
  pose proof (layernorm_scale_bound n eps x Hn1 He) as Hs.
  assert (Hscale : layernorm_scale n eps x = sqrt eps)
    by (unfold layernorm_scale, x; rewrite constant_variance, Rplus_0_l; auto).
  split; [now apply layernorm_jacobian_correct|].
  pose (v := fun i => identity_matrix 0%nat i - identity_matrix 1%nat i).
  assert (Hv : forall f, sum_below n (fun j => v j * f j) = f 0%nat - f 1%nat).
  { intro f. rewrite (sum_ext _ _ (fun j => identity_matrix 0%nat j * f j
                                     - identity_matrix 1%nat j * f j))
      by (intros; unfold v; ring).
    rewrite sum_minus, !sum_identity by lia. reflexivity. }
  assert (Hinv : 0 < 1 / sqrt eps) by (apply Rdiv_lt_0_compat; lra).
  apply spectral_norm_attained with v.
  - lra.
  - rewrite <- Hscale. now apply layernorm_norm_at_most.
  - unfold norm. apply sqrt_lt_R0. unfold dot. rewrite Hv. unfold v, identity_matrix. simpl. lra.
  - rewrite <- (Rabs_right (1 / sqrt eps)) by lra. rewrite <- norm_scale.
    apply norm_ext. intros i Hi. unfold mat_vec.
    rewrite (sum_ext _ _ (fun j => v j * layernorm_jacobian n eps x i j)) by (intros; ring).
    rewrite Hv. unfold layernorm_jacobian. rewrite Hscale.
    replace (layernorm n eps x 1%nat) with (layernorm n eps x 0%nat) by reflexivity.
    unfold v. unfold identity_matrix. rewrite !(Nat.eqb_sym i). field. lra.
Qed.
