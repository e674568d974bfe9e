(** A factor slightly above one, again and again. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums.

Lemma repeat_scalar : forall r m x,
  repeat_layer (dense 1 (rows [[r]])) m x 0%nat = r ^ m * x 0%nat.
Proof.
  intros r m. induction m as [|m IH]; intro x; [simpl; ring|].
  cbn [repeat_layer]. unfold sequential. rewrite IH.
  unfold dense, mat_vec, rows. simpl. ring.
Qed.

Theorem compound_interest :
  forall (d : R) (m : nat), 1 / 100 <= d <= 10 -> (m <= 100)%nat ->
  let steps := ln 2 / ln (1 + d) in
  forall whole : Z, is_ceiling steps whole ->
  repeat_layer (dense 1 (rows [[1 + d]])) m (fun _ => 1) 0%nat = (1 + d) ^ m /\
  powerRZ (1 + d) whole >= 2 /\ powerRZ (1 + d) (whole - 1) < 2 /\
  Rabs (Rpower (1 + d) steps - 2) <= / 10 ^ 9.
Proof.
  intros d m Hd _ steps whole [Hlow Hhigh].
  assert (Hln : 0 < ln (1 + d)) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (Htwo : Rpower (1 + d) steps = 2).
  { unfold Rpower, steps.
    replace (ln 2 / ln (1 + d) * ln (1 + d)) with (ln 2) by (field; lra).
    apply exp_ln. lra. }
  assert (E : forall z, powerRZ (1 + d) z = Rpower (1 + d) (IZR z))
    by (intro; apply powerRZ_Rpower; lra).
  split; [rewrite repeat_scalar; ring|]. rewrite !E. split; [|split].
  - rewrite <- Htwo. apply Rle_ge, Rle_Rpower; [lra|assumption].
  - rewrite <- Htwo. apply Rpower_lt; [lra|]. rewrite minus_IZR. assumption.
  - rewrite Htwo, Rminus_diag_eq, Rabs_R0 by reflexivity.
    left. apply Rinv_0_lt_compat, pow_lt. lra.
Qed.

Theorem compound_interest_not_vacuous :
  exists (d : R) (m : nat) (whole : Z), 1 / 100 <= d <= 10 /\ (m <= 100)%nat /\
  is_ceiling (ln 2 / ln (1 + d)) whole.
Proof.
  exists 1, 100%nat, 1%Z. split; [lra|]. split; [lia|]. replace (1 + 1) with 2 by ring.
  assert (0 < ln 2) by (rewrite <- ln_1; apply ln_increasing; lra).
  unfold is_ceiling. replace (ln 2 / ln 2) with 1 by (field; lra). lra.
Qed.
