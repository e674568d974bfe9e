(** Ten layers [relu (W x)] with [W = diag (1.6, 0.4)] amplify by [1.6 ^ 10],
    which is below 110: the claim "over 1,000" is false. *)

Require Import Lra Lia.
Require Import Gradlab.Vocabulary Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm Gradlab.Derivatives.

Definition toy_weights : matrix := rows [[16 / 10; 0]; [0; 4 / 10]].

Definition toy_layer : layer := sequential (dense 2 toy_weights) relu.

(** What one layer does to each component as long as both are positive. *)
Definition toy_factor (i : nat) : R :=
  match i with O => 16 / 10 | _ => 4 / 10 end.

Lemma toy_factor_pos : forall i, 0 < toy_factor i.
Proof. intros [|i]; simpl; lra. Qed.

Lemma toy_layer_component : forall x i, (i < 2)%nat -> 0 < x i ->
  toy_layer x i = toy_factor i * x i.
Proof.
  intros x i Hi Hx.
  unfold toy_layer, sequential, relu, dense, mat_vec, toy_weights, rows.
  destruct i as [|[|i]]; [| |lia]; simpl; rewrite Rmax_right; lra.
Qed.

Lemma toy_repeat_component : forall k x i, (i < 2)%nat -> 0 < x i ->
  repeat_layer toy_layer k x i = toy_factor i ^ k * x i.
Proof.
  induction k as [|k IH]; intros x i Hi Hx; simpl; [ring|].
  unfold sequential. pose proof (toy_layer_component x i Hi Hx) as E.
  pose proof (toy_factor_pos i). rewrite IH, E; [ring|assumption|].
  rewrite E. now apply Rmult_lt_0_compat.
Qed.

Definition toy_jacobian (k : nat) : matrix :=
  fun i j => identity_matrix i j * toy_factor i ^ k.

Lemma toy_jacobian_acts : forall k v i, (i < 2)%nat ->
  mat_vec 2 (toy_jacobian k) v i = toy_factor i ^ k * v i.
Proof.
  intros k v i Hi. unfold mat_vec, toy_jacobian.
  rewrite (sum_ext _ _ (fun j => identity_matrix i j * (toy_factor i ^ k * v j)))
    by (intros; ring).
  now apply (sum_identity 2 i (fun j => toy_factor i ^ k * v j)).
Qed.

(** Near a point whose components are positive they stay positive, so that no
    kink is near. *)
Lemma line_stays_positive : forall x v t, 0 < x ->
  Rabs (t - 0) < x / (1 + Rabs v) -> 0 < x + t * v.
Proof.
  intros x v t Hx Ht. rewrite Rminus_0_r in Ht.
  pose proof (Rabs_pos v) as Hv. pose proof (Rabs_pos t) as Hp.
  assert (Hlt : Rabs t * (1 + Rabs v) < x).
  { apply Rmult_lt_compat_r with (r := 1 + Rabs v) in Ht; [|lra].
    replace (x / (1 + Rabs v) * (1 + Rabs v)) with x in Ht by (field; lra).
    assumption. }
  assert (Hge : - (Rabs t * Rabs v) <= t * v).
  { rewrite <- Rabs_mult. pose proof (Rle_abs (- (t * v))) as Hle.
    rewrite Rabs_Ropp in Hle. lra. }
  nra.
Qed.

Theorem toy_jacobian_correct : forall k x,
  (forall i, (i < 2)%nat -> 0 < x i) ->
  jacobian 2 2 (repeat_layer toy_layer k) x (toy_jacobian k).
Proof.
  intros k x Hx v i Hi. rewrite toy_jacobian_acts by assumption.
  specialize (Hx i Hi). pose proof (Rabs_pos (v i)).
  apply derivative_local with (f := fun t => toy_factor i ^ k * (x i + t * v i))
                              (r := x i / (1 + Rabs (v i))).
  - apply Rdiv_lt_0_compat; lra.
  - intros t Ht. symmetry.
    apply (toy_repeat_component k (fun j => x j + t * v j) i Hi).
    now apply line_stays_positive.
  - apply (derivable_pt_lim_scal (fun t => x i + t * v i)).
    apply derivative_line.
Qed.

Theorem toy_jacobian_norm : forall k,
  spectral_norm 2 2 (toy_jacobian k) ((16 / 10) ^ k).
Proof.
  intro k. assert (Hp : forall a, 0 <= a -> 0 <= a ^ k) by (intros; now apply pow_le).
  assert (Hle : (4 / 10) ^ k <= (16 / 10) ^ k) by (apply pow_incr; lra).
  apply spectral_norm_attained with (identity_matrix 0%nat).
  - apply Hp. lra.
  - intro v. apply norm_le; [apply Hp; lra|].
    unfold dot. rewrite <- sum_scale. apply sum_le. intros i Hi.
    rewrite toy_jacobian_acts by assumption.
    assert (Hf : 0 <= toy_factor i ^ k <= (16 / 10) ^ k).
    { split; [apply Hp; left; apply toy_factor_pos|].
      destruct i; simpl; [apply Rle_refl|assumption]. }
    pose proof (pow_incr _ _ 2 Hf) as Hsq.
    pose proof (Rmult_le_compat_r (v i ^ 2) _ _ (pow2_ge_0 _) Hsq). lra.
  - unfold norm. apply sqrt_lt_R0. unfold dot, identity_matrix. simpl. lra.
  - rewrite <- (Rabs_right ((16 / 10) ^ k)) by (apply Rle_ge, Hp; lra).
    rewrite <- norm_scale. apply norm_ext. intros i Hi.
    rewrite toy_jacobian_acts by assumption. unfold identity_matrix.
    destruct i as [|[|i]]; simpl; [ring|ring|lia].
Qed.

(** Not at one input only: at every input of the claim's domain. *)
Theorem toy_relu_10_everywhere : forall x J s,
  (forall i, (i < 2)%nat -> 1 / 1000 <= x i <= 1000) ->
  jacobian 2 2 (repeat_layer toy_layer 10) x J -> spectral_norm 2 2 J s ->
  s = (16 / 10) ^ 10.
Proof.
  intros x J s Hx HJ Hs. symmetry.
  apply (spectral_norm_unique 2 2 J); [|assumption].
  assert (HK : jacobian 2 2 (repeat_layer toy_layer 10) x (toy_jacobian 10))
    by (apply toy_jacobian_correct; intros i Hi; specialize (Hx i Hi); lra).
  destruct (toy_jacobian_norm 10) as (H0 & HB & Hleast).
  split; [assumption|]. split.
  - eapply jacobian_norm_at_most; eassumption.
  - intros c Hc HcJ. apply Hleast; [assumption|].
    exact (jacobian_norm_at_most _ _ _ _ _ _ _ HJ HK HcJ).
Qed.

Theorem toy_relu_10_refuted :
  let W := rows [[16 / 10; 0]; [0; 4 / 10]] in
  exists x : vector, (forall i, (i < 2)%nat -> 1 / 1000 <= x i <= 1000) /\
  exists J, jacobian 2 2 (repeat_layer (sequential (dense 2 W) relu) 10) x J /\
  exists s, spectral_norm 2 2 J s /\ ~ s > 1000.
Proof.
  exists (fun _ => 1). split; [intros; lra|].
  exists (toy_jacobian 10). split.
  - apply toy_jacobian_correct. intros. lra.
  - exists ((16 / 10) ^ 10). split; [apply toy_jacobian_norm|]. simpl. lra.
Qed.
