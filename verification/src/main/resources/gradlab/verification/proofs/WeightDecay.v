(** Decay alone scales the weights down, and the spectral radius below 1 at a
    step that can be told in advance. *)

Require Import Lra Lia.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.Matrices Gradlab.Eigenvalues.

Lemma eigenvalue_scale : forall n W c a b, eigenvalue n W a b ->
  eigenvalue n (mat_scale c W) (c * a) (c * b).
Proof.
  intros n W c a b (u & w & Hne & H). exists u, w. split; [assumption|].
  intros i Hi. destruct (H i Hi) as [Hu Hw]. rewrite !mat_vec_scaled, Hu, Hw. split; ring.
Qed.

Lemma eigenvalue_unscale : forall n W c a b, c <> 0 -> eigenvalue n (mat_scale c W) a b ->
  eigenvalue n W (/ c * a) (/ c * b).
Proof.
  intros n W c a b Hc (u & w & Hne & H). exists u, w. split; [assumption|].
  intros i Hi. destruct (H i Hi) as [Hu Hw]. rewrite !mat_vec_scaled in *.
  split; apply Rmult_eq_reg_l with c; try assumption; [rewrite Hu|rewrite Hw]; field; assumption.
Qed.

Lemma modulus_scale : forall c a b, 0 <= c ->
  sqrt ((c * a) ^ 2 + (c * b) ^ 2) = c * sqrt (a ^ 2 + b ^ 2).
Proof.
  intros c a b Hc. replace ((c * a) ^ 2 + (c * b) ^ 2) with (c ^ 2 * (a ^ 2 + b ^ 2)) by ring.
  rewrite sqrt_mult_alt by apply pow2_ge_0. now rewrite sqrt_pow2.
Qed.

Lemma spectral_radius_scale : forall n W c r, 0 < c -> spectral_radius n W r ->
  spectral_radius n (mat_scale c W) (c * r).
Proof.
  intros n W c r Hc ((a & b & Heig & Hr) & Hall). split.
  - exists (c * a), (c * b). split; [now apply eigenvalue_scale|].
    rewrite modulus_scale by lra. now rewrite Hr.
  - intros x y Hxy. apply eigenvalue_unscale in Hxy; [|lra]. specialize (Hall _ _ Hxy).
    rewrite modulus_scale in Hall by (left; now apply Rinv_0_lt_compat).
    apply Rmult_le_reg_l with (/ c); [now apply Rinv_0_lt_compat|].
    rewrite <- Rmult_assoc, Rinv_l by lra. lra.
Qed.

(** [r c^z] against 1, by logarithms. *)
Lemma scaled_below_one : forall r c z, 1 <= r -> 0 < c < 1 ->
  let k := ln r / - ln c in
  (k < IZR z -> powerRZ c z * r < 1) /\ (IZR z <= k -> powerRZ c z * r >= 1).
Proof.
  intros r c z Hr Hc k.
  assert (Hln : ln c < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (Hpos : 0 < powerRZ c z) by (apply powerRZ_lt; lra).
  assert (E : ln (powerRZ c z * r) = ln r + IZR z * ln c).
  { rewrite ln_mult, powerRZ_Rpower by lra. unfold Rpower. rewrite ln_exp. ring. }
  assert (Hk : k * - ln c = ln r) by (unfold k; field; lra).
  assert (Hpr : 0 < powerRZ c z * r) by (apply Rmult_lt_0_compat; lra).
  split; intro H.
  - apply ln_lt_inv; [assumption|lra|]. rewrite E, ln_1.
    apply Rmult_lt_compat_r with (r := - ln c) in H; lra.
  - apply Rmult_le_compat_r with (r := - ln c) in H; [|lra].
    destruct (Rlt_dec (powerRZ c z * r) 1) as [L|L]; [|lra].
    apply ln_increasing in L; [|assumption]. rewrite E, ln_1 in L. lra.
Qed.

Theorem weight_decay_shrinks :
  forall (n : nat) (W : matrix) (eta lambda r : R),
  (1 <= n <= 4)%nat -> 1 / 1000 <= eta <= 10 ->
  1 / 1000 / eta <= lambda <= 999 / 1000 / eta ->
  spectral_radius n W r -> r >= 1 ->
  let kept := 1 - eta * lambda in
  forall whole : Z, is_floor (ln r / - ln kept) whole ->
  let k := (whole + 1)%Z in
  forall now before : R,
  spectral_radius n (mat_scale (powerRZ kept k) W) now ->
  spectral_radius n (mat_scale (powerRZ kept (k - 1)) W) before ->
  same_matrix n n (mat_minus W (mat_scale eta (mat_scale lambda W))) (mat_scale kept W) /\
  now < 1 /\ before >= 1.
Proof.
  intros n W eta lambda r _ Heta Hlambda Hr Hr1 kept whole Hfloor k now before Hnow Hbefore.
  assert (Hkept : 0 < kept < 1).
  { unfold kept. assert (H1 : 1 / 1000 / eta * eta = 1 / 1000) by (field; lra).
    assert (H2 : 999 / 1000 / eta * eta = 999 / 1000) by (field; lra).
    assert (1 / 1000 <= lambda * eta) by (rewrite <- H1; apply Rmult_le_compat_r; lra).
    assert (lambda * eta <= 999 / 1000) by (rewrite <- H2; apply Rmult_le_compat_r; lra). lra. }
  assert (Hpow : forall z, 0 < powerRZ kept z) by (intro; apply powerRZ_lt; lra).
  assert (E : forall z t, spectral_radius n (mat_scale (powerRZ kept z) W) t ->
                          t = powerRZ kept z * r).
  { intros z t Ht. apply (radius_unique n (mat_scale (powerRZ kept z) W)); [assumption|].
    now apply spectral_radius_scale. }
  apply E in Hnow. apply E in Hbefore. destruct Hfloor as [Hlow Hhigh].
  split; [|split].
  - intros i j _ _. unfold mat_minus, mat_scale, kept. ring.
  - rewrite Hnow. apply (scaled_below_one r kept k); [lra|assumption|].
    unfold k. rewrite plus_IZR. assumption.
  - rewrite Hbefore. apply (scaled_below_one r kept (k - 1)); [lra|assumption|].
    unfold k. rewrite minus_IZR, plus_IZR. lra.
Qed.

Theorem weight_decay_shrinks_not_vacuous :
  exists (n : nat) (W : matrix) (eta lambda r : R) (whole : Z) (now before : R),
  (1 <= n <= 4)%nat /\ 1 / 1000 <= eta <= 10 /\
  1 / 1000 / eta <= lambda <= 999 / 1000 / eta /\
  spectral_radius n W r /\ r >= 1 /\
  let kept := 1 - eta * lambda in
  is_floor (ln r / - ln kept) whole /\
  let k := (whole + 1)%Z in
  spectral_radius n (mat_scale (powerRZ kept k) W) now /\
  spectral_radius n (mat_scale (powerRZ kept (k - 1)) W) before.
Proof.
  assert (H : forall c, 0 < c -> spectral_radius 4 (mat_scale c (mat_scale 1 identity_matrix)) (c * 1)).
  { intros c Hc. apply spectral_radius_scale; [assumption|]. apply spectral_radius_scalar; [lia|lra]. }
  exists 4%nat, (mat_scale 1 identity_matrix), 1, (1 / 2), 1, 0%Z,
    (powerRZ (1 - 1 * (1 / 2)) 1 * 1), (powerRZ (1 - 1 * (1 / 2)) 0 * 1).
  split; [lia|]. split; [lra|]. split; [lra|].
  split; [apply spectral_radius_scalar; [lia|lra]|]. split; [lra|]. split.
  - unfold is_floor. rewrite ln_1. unfold Rdiv. rewrite Rmult_0_l. lra.
  - split; apply H; apply powerRZ_lt; lra.
Qed.
