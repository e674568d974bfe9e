(** Claims that are false, each with a case of its domain that violates it. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Derivatives Gradlab.Matrices Gradlab.Curves Gradlab.Tanh Gradlab.ToyRelu.

(** The order of the product matters. *)
Theorem product_order_refuted :
  exists (A B : matrix) (g : vector),
  ~ same_vector 2 (mat_vec 2 (transpose (mat_mul 2 B A)) g)
                  (mat_vec 2 (mat_mul 2 (transpose B) (transpose A)) g).
Proof.
  exists (rows [[0; 1]; [0; 0]]), (rows [[1; 0]; [0; 2]]), (fun _ => 1). intro H.
  specialize (H 1%nat ltac:(lia)). unfold mat_vec, transpose, mat_mul, rows in H.
  simpl in H. lra.
Qed.

(** Below one, without a margin: at [p = 2] half of the gradient is left. *)
Lemma shrinking_product : forall L,
  prod_below L (fun k => 1 - 1 / (INR (S k) + 1) ^ 2) = (INR L + 2) / (2 * (INR L + 1)).
Proof.
  induction L as [|L IH]; [simpl; field|].
  pose proof (pos_INR L). cbn [prod_below]. rewrite IH, S_INR. field. lra.
Qed.

Theorem average_below_one_vanishes_refuted :
  exists p : nat, (1 <= p <= 4)%nat /\
  ~ prod_below 1000 (fun k => 1 - 1 / (INR (S k) + 1) ^ p) <= 1 / 100.
Proof.
  exists 2%nat. split; [lia|]. rewrite shrinking_product.
  pose proof (pos_INR 1000). intro H'.
  assert (E : (INR 1000 + 2) / (2 * (INR 1000 + 1)) * (2 * (INR 1000 + 1)) = INR 1000 + 2)
    by (field; lra).
  apply Rmult_le_compat_r with (r := 2 * (INR 1000 + 1)) in H'; [|lra]. lra.
Qed.

Theorem toy_relu_20_refuted :
  let W := rows [[16 / 10; 0]; [0; 4 / 10]] in
  exists x : vector, (forall i, (i < 2)%nat -> 1 / 1000 <= x i <= 1000) /\
  exists J, jacobian 2 2 (repeat_layer (sequential (dense 2 W) relu) 20) x J /\
  exists s, spectral_norm 2 2 J s /\ ~ s > 1000000.
Proof.
  exists (fun _ => 1). split; [intros; lra|].
  exists (toy_jacobian 20). split.
  - apply toy_jacobian_correct. intros. lra.
  - exists ((16 / 10) ^ 20). split; [apply toy_jacobian_norm|]. simpl. lra.
Qed.

Theorem tanh_slope_below_one_refuted :
  exists x d : R, derivative tanh_layer x d /\ ~ d < 1.
Proof.
  exists 0, (1 - tanh 0 ^ 2). split; [apply derivative_tanh|].
  assert (E : tanh 0 = 0) by (unfold tanh, sinh, Rdiv; rewrite Ropp_0; ring).
  rewrite E. lra.
Qed.

(** The matrix with a single entry above one: its square is 0. *)
Lemma nilpotent_power : forall k i j, (i < 2)%nat -> (j < 2)%nat ->
  mat_power 2 (rows [[0; 2]; [0; 0]]) (S (S k)) i j = 0.
Proof.
  induction k as [|k IH]; intros i j Hi Hj.
  - destruct i as [|[|i]]; try lia; destruct j as [|[|j]]; try lia;
      unfold rows; simpl; unfold mat_mul, identity_matrix; simpl; ring.
  - cbn [mat_power] in *. unfold mat_mul at 1. rewrite (sum_ext _ _ (fun _ => 0)), sum_zero; [ring|].
    intros k' Hk'. rewrite (IH k' j) by assumption. ring.
Qed.

Theorem singular_above_one_explodes_refuted :
  exists (n : nat) (W : matrix) (s t : R), (1 <= n <= 4)%nat /\
  spectral_norm n n W s /\ s > 1 /\ spectral_norm n n (mat_power n W 20) t /\ ~ t > 1.
Proof.
  set (W := rows [[0; 2]; [0; 0]]).
  destruct (spectral_norm_exists 2 2 W) as (s & Hs).
  destruct (spectral_norm_exists 2 2 (mat_power 2 W 20)) as (t & Ht).
  exists 2%nat, W, s, t. split; [lia|]. split; [assumption|]. split; [|split; [assumption|]].
  - assert (2 <= s); [|lra].
    apply (spectral_norm_ge 2 2 W s 2 (fun i => match i with O => 0 | _ => 1 end) Hs);
      unfold norm, dot, mat_vec, W, rows; simpl.
    + apply sqrt_lt_R0. lra.
    + replace (0 + 0 * 0 + 1 * 1) with 1 by ring. rewrite sqrt_1, Rmult_1_r.
      rewrite <- (sqrt_pow2 2) at 1 by lra. apply sqrt_le_1_alt. lra.
  - assert (t <= 0); [|lra]. apply (spectral_norm_le _ _ _ _ _ Ht); [lra|]. intro x.
    rewrite norm_zero; [lra|]. intros i Hi. unfold mat_vec.
    rewrite (sum_ext _ _ (fun _ => 0)), sum_zero; [reflexivity|].
    intros j Hj. change (mat_power 2 W 20) with (mat_power 2 (rows [[0; 2]; [0; 0]]) (S (S 18))).
    rewrite nilpotent_power by assumption. ring.
Qed.

(** Entries below one whose sums are above it. *)
Theorem entries_below_one_safe_refuted :
  exists (n : nat) (W : matrix) (s : R), (1 <= n <= 4)%nat /\
  entries_between n n (- (99 / 100)) (99 / 100) W /\
  spectral_norm n n (mat_power n W 50) s /\ ~ s <= 1000.
Proof.
  set (W := fun _ _ : nat => 9 / 10).
  destruct (spectral_norm_exists 2 2 (mat_power 2 W 50)) as (s & Hs).
  exists 2%nat, W, s. split; [lia|]. split; [intros i j _ _; unfold W; lra|].
  split; [assumption|].
  assert (Hact : forall k i, (i < 2)%nat ->
    mat_vec 2 (mat_power 2 W k) (fun _ => 1) i = (18 / 10) ^ k).
  { induction k as [|k IH]; intros i Hi.
    - simpl mat_power. now rewrite mat_vec_identity.
    - cbn [mat_power]. rewrite mat_vec_product. unfold mat_vec at 1, W at 1.
      simpl sum_below. rewrite !IH by lia. simpl. field. }
  assert (Hle : (18 / 10) ^ 50 <= s).
  { apply (spectral_norm_ge 2 2 (mat_power 2 W 50) s _ (fun _ => 1) Hs).
    - apply norm_pos with 0%nat; [lia|lra].
    - rewrite <- (Rabs_right ((18 / 10) ^ 50)) by (apply Rle_ge, pow_le; lra).
      rewrite <- norm_scale. apply Req_le, norm_ext. intros i Hi.
      rewrite Hact by assumption. ring. }
  assert (2 ^ 10 <= (18 / 10) ^ 50); [|simpl (2 ^ 10) in *; lra].
  replace ((18 / 10) ^ 50) with (((18 / 10) ^ 5) ^ 10) by (rewrite <- pow_mult; reflexivity).
  apply pow_incr. simpl. lra.
Qed.

(** The squared error's gradient has no bound. *)
Theorem instability_not_from_loss_refuted :
  exists y t : R, ~ (- 1 <= y - t /\ y - t <= 1).
Proof. exists 2, 0. lra. Qed.
