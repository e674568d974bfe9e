(** A loop whose blocks have norms with a product below 1. *)

Require Import Lra Lia.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Matrices Gradlab.ProductBound Gradlab.Eigenvalues Gradlab.SmallestSingular.

Theorem small_gain :
  forall (L n : nat) (blocks : nat -> matrix) (rounds : nat) (s : nat -> R)
         (B : matrix) (r p t : R),
  (1 <= L <= 4)%nat -> (1 <= n <= 3)%nat -> (1 <= rounds <= 10)%nat ->
  (forall l, (l < L)%nat -> entries_between n n (- 2 / INR n) (2 / INR n) (blocks l)) ->
  (forall l, (l < L)%nat -> spectral_norm n n (blocks l) (s l)) ->
  let gain := prod_below L s in
  let loop := chain n L blocks in
  gain < 1 ->
  spectral_radius n loop r ->
  spectral_norm n n (mat_power n loop rounds) p ->
  inverse_matrix n (mat_minus identity_matrix loop) B -> spectral_norm n n B t ->
  r < 1 /\ p <= gain ^ rounds /\ (1 - gain) * t <= 1.
Proof.
  intros L n blocks rounds s B r p t _ _ _ _ Hs gain loop Hgain Hr Hp (Hright & _) Ht.
  assert (H : forall l, (l < L)%nat -> 0 <= s l /\ norm_at_most n n (blocks l) (s l))
    by (intros l Hl; destruct (Hs l Hl) as (? & ? & _); auto).
  assert (Hpos : 0 <= gain) by (apply prod_nonneg; intros l Hl; now apply H).
  assert (Hloop : norm_at_most n n loop gain) by now apply chain_norm_at_most.
  split; [|split].
  - apply Rle_lt_trans with gain; [|assumption]. now apply (radius_at_most n loop).
  - apply (spectral_norm_le _ _ _ _ _ Hp); [now apply pow_le|].
    now apply norm_at_most_power.
  - assert (Hle : t <= / (1 - gain)).
    { apply (spectral_norm_le _ _ _ _ _ Ht); [left; apply Rinv_0_lt_compat; lra|].
      intro x. set (y := mat_vec n B x).
      assert (E : same_vector n (mat_vec n (mat_minus identity_matrix loop) y) x).
      { intros i Hi. unfold y. rewrite <- mat_vec_product.
        rewrite (mat_vec_ext n n _ identity_matrix x x Hright (fun _ _ => eq_refl) i Hi).
        now apply mat_vec_identity. }
      assert (Hlow : norm_at_most n n (mat_scale (-1) loop) gain).
      { replace gain with (Rabs (-1) * gain) by (rewrite Rabs_left by lra; ring).
        now apply norm_at_most_scale. }
      pose proof (identity_plus_at_least n _ _ Hlow y) as Hy.
      rewrite (norm_ext n (mat_vec n _ y) x) in Hy.
      2: { intros i Hi. rewrite <- (E i Hi), mat_vec_sum, mat_vec_difference, mat_vec_scaled. ring. }
      apply Rmult_le_reg_l with (1 - gain); [lra|].
      rewrite <- Rmult_assoc, Rinv_r by lra. lra. }
    apply Rmult_le_compat_l with (r := 1 - gain) in Hle; [|lra].
    rewrite Rinv_r in Hle by lra. assumption.
Qed.

(** One block of one entry, [1/2]; the inverse is [2]. *)
Theorem small_gain_not_vacuous :
  exists (L n : nat) (blocks : nat -> matrix) (rounds : nat) (s : nat -> R)
         (B : matrix) (r p t : R),
  (1 <= L <= 4)%nat /\ (1 <= n <= 3)%nat /\ (1 <= rounds <= 10)%nat /\
  (forall l, (l < L)%nat -> entries_between n n (- 2 / INR n) (2 / INR n) (blocks l)) /\
  (forall l, (l < L)%nat -> spectral_norm n n (blocks l) (s l)) /\
  let gain := prod_below L s in
  let loop := chain n L blocks in
  gain < 1 /\
  spectral_radius n loop r /\
  spectral_norm n n (mat_power n loop rounds) p /\
  inverse_matrix n (mat_minus identity_matrix loop) B /\ spectral_norm n n B t.
Proof.
  set (half := fun _ : nat => mat_scale (1 / 2) identity_matrix).
  destruct (spectral_norm_exists 1 1 (mat_power 1 (chain 1 1 half) 10)) as (p & Hp).
  exists 1%nat, 1%nat, half, 10%nat, (fun _ => 1 / 2), (mat_scale 2 identity_matrix),
    (1 / 2), p, 2.
  split; [lia|]. split; [lia|]. split; [lia|]. split; [|split].
  - intros l _ i j _ _. simpl INR. unfold half, mat_scale, identity_matrix.
    destruct (Nat.eqb i j); lra.
  - intros. apply spectral_norm_scalar; [lia|lra].
  - intros gain loop.
    assert (E : forall x, mat_vec 1 loop x 0%nat = 1 / 2 * x 0%nat)
      by (intro x; unfold loop, half, mat_vec; simpl; unfold mat_mul, mat_scale, identity_matrix;
          simpl; ring).
    split; [unfold gain; simpl; lra|]. split; [|split; [assumption|split]].
    + apply spectral_radius_same with (mat_scale (1 / 2) identity_matrix).
      * intros x i Hi. replace i with 0%nat by lia. rewrite E, mat_vec_scaled.
        rewrite mat_vec_identity by lia. reflexivity.
      * apply spectral_radius_scalar; [lia|lra].
    + split; intros i j Hi Hj; replace i with 0%nat by lia; replace j with 0%nat by lia;
        unfold loop, half; simpl; unfold mat_mul, mat_minus, mat_scale, identity_matrix;
        simpl; field.
    + apply spectral_norm_scalar; [lia|lra].
Qed.
