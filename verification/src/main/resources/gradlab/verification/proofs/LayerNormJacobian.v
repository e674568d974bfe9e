(** The Jacobian of layer normalisation (ba2016) is
    [(I - 1 1' / n - z z' / n) / sqrt (variance + eps)], where [z] is the
    layer's output. *)

Require Import Lra Lia.
Require Import Gradlab.Vocabulary Gradlab.Sums Gradlab.Norms Gradlab.Derivatives.

Definition layernorm_scale (n : nat) (eps : R) (x : vector) : R :=
  sqrt (variance n x + eps).

Definition layernorm_jacobian (n : nat) (eps : R) (x : vector) : matrix :=
  fun i j => (identity_matrix i j - 1 / INR n
              - layernorm n eps x i * layernorm n eps x j / INR n)
             / layernorm_scale n eps x.

Lemma dimension_pos : forall n, (1 <= n)%nat -> 0 < INR n.
Proof. intros. apply lt_0_INR. lia. Qed.

Lemma variance_nonneg : forall n x, (1 <= n)%nat -> 0 <= variance n x.
Proof.
  intros n x Hn. pose proof (dimension_pos n Hn).
  apply Rmult_le_pos; [|now left; apply Rinv_0_lt_compat].
  apply sum_nonneg. intros. apply pow2_ge_0.
Qed.

Lemma layernorm_scale_bound : forall n eps x, (1 <= n)%nat -> 0 < eps ->
  0 < sqrt eps <= layernorm_scale n eps x.
Proof.
  intros n eps x Hn He. split; [now apply sqrt_lt_R0|].
  apply sqrt_le_1_alt. pose proof (variance_nonneg n x Hn). lra.
Qed.

Lemma layernorm_scale_squared : forall n eps x, (1 <= n)%nat -> 0 < eps ->
  layernorm_scale n eps x ^ 2 = variance n x + eps.
Proof.
  intros n eps x Hn He. unfold layernorm_scale.
  rewrite <- Rsqr_pow2, Rsqr_sqrt; [reflexivity|].
  pose proof (variance_nonneg n x Hn). lra.
Qed.

(** Centred components sum to 0. *)
Lemma centred_sum : forall n x, (1 <= n)%nat ->
  sum_below n (fun i => x i - mean n x) = 0.
Proof.
  intros n x Hn. pose proof (dimension_pos n Hn).
  rewrite sum_minus, sum_const. unfold mean. field. lra.
Qed.

Lemma mean_line : forall n x v t,
  mean n (fun j => x j + t * v j) = mean n x + t * mean n v.
Proof.
  intros. unfold mean, Rdiv. rewrite sum_plus, sum_scale. ring.
Qed.

Lemma derivative_centred : forall n x v i,
  derivable_pt_lim (fun t => x i + t * v i - mean n (fun j => x j + t * v j)) 0
                   (v i - mean n v).
Proof.
  intros n x v i.
  apply derivative_ext with (f := fun t => (x i - mean n x) + t * (v i - mean n v)).
  - intro t. rewrite mean_line. ring.
  - apply derivative_line.
Qed.

Definition covariance_sum (n : nat) (x v : vector) : R :=
  sum_below n (fun j => (x j - mean n x) * (v j - mean n v)).

Lemma derivative_variance : forall n x v, (1 <= n)%nat ->
  derivable_pt_lim (fun t => variance n (fun j => x j + t * v j)) 0
                   (2 * covariance_sum n x v / INR n).
Proof.
  intros n x v Hn. unfold variance, Rdiv.
  eapply derivative_value.
  - apply (derivable_pt_lim_mult
             (fun t => sum_below n (fun i =>
                (x i + t * v i - mean n (fun j => x j + t * v j)) ^ 2))
             (fun _ => / INR n)); [|apply derivable_pt_lim_const].
    apply derivative_sum. intros i _.
    apply (derivable_pt_lim_comp
             (fun t => x i + t * v i - mean n (fun j => x j + t * v j))
             (fun y => y ^ 2)).
    + apply derivative_centred.
    + apply derivable_pt_lim_pow.
  - unfold covariance_sum. cbv beta. rewrite Rmult_0_r, Rplus_0_r, <- sum_scale.
    f_equal. apply sum_ext. intros i _. rewrite mean_line. simpl. ring.
Qed.

Theorem layernorm_jacobian_correct : forall n eps x, (1 <= n)%nat -> 0 < eps ->
  jacobian n n (layernorm n eps) x (layernorm_jacobian n eps x).
Proof.
  intros n eps x Hn He v i Hi.
  pose proof (dimension_pos n Hn) as Hd.
  pose proof (layernorm_scale_bound n eps x Hn He) as Hs.
  pose proof (layernorm_scale_squared n eps x Hn He) as Hs2.
  pose proof (variance_nonneg n x Hn) as Hvar.
  assert (Hat : variance n (fun j => x j + 0 * v j) = variance n x).
  { unfold variance. rewrite mean_line. f_equal. apply sum_ext. intros. ring. }
  unfold layernorm at 1.
  eapply derivative_value.
  - apply (derivable_pt_lim_div
             (fun t => x i + t * v i - mean n (fun j => x j + t * v j))
             (fun t => sqrt (variance n (fun j => x j + t * v j) + eps))).
    + apply derivative_centred.
    + apply (derivable_pt_lim_comp
               (fun t => variance n (fun j => x j + t * v j) + eps) sqrt).
      * apply (derivable_pt_lim_plus
                 (fun t => variance n (fun j => x j + t * v j)) (fun _ => eps)).
        -- now apply derivative_variance.
        -- apply derivable_pt_lim_const.
      * apply derivable_pt_lim_sqrt. rewrite Hat. lra.
    + rewrite Hat. fold (layernorm_scale n eps x). lra.
  - cbv beta. rewrite Hat, mean_line. fold (layernorm_scale n eps x).
    set (s := layernorm_scale n eps x) in *.
    set (c := fun j => x j - mean n x).
    assert (Hz : forall j, layernorm n eps x j = c j / s) by reflexivity.
    (* The action of the matrix, with its three sums worked out. *)
    assert (Hact : mat_vec n (layernorm_jacobian n eps x) v i =
                   (v i - mean n v - c i / s * (covariance_sum n x v / s) / INR n) / s).
    { assert (Hcov : sum_below n (fun j => c j * v j) = covariance_sum n x v).
      { unfold covariance_sum.
        rewrite (sum_ext n (fun j => (x j - mean n x) * (v j - mean n v))
                   (fun j => c j * v j - c j * mean n v)) by (intros; unfold c; ring).
        rewrite sum_minus, sum_scale_right. unfold c at 3.
        rewrite centred_sum by assumption. ring. }
      unfold mat_vec, layernorm_jacobian. fold s.
      rewrite (sum_ext _ _ (fun j => / s * (identity_matrix i j * v j)
                - (/ s * / INR n * v j + c i / (s ^ 3 * INR n) * (c j * v j))))
        by (intros; rewrite !Hz; field; lra).
      rewrite sum_minus, sum_plus, !sum_scale, sum_identity, Hcov by assumption.
      unfold mean. field. lra. }
    rewrite Hact. unfold Rsqr, c. field. lra.
Qed.
