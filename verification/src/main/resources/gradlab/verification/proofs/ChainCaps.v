(** Layers whose norms, or the products of whose norms, are capped. *)

Require Import Lra Lia.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Matrices Gradlab.Orthogonal Gradlab.ProductBound.

Lemma capped_chain : forall n L Js s c, 0 <= c ->
  (forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l)) ->
  (forall l, (l < L)%nat -> s l <= c) ->
  norm_at_most n n (chain n L Js) (c ^ L).
Proof.
  intros n L Js s c Hc Hs Hle. apply chain_at_most; [assumption|].
  intros l Hl. destruct (Hs l Hl) as (_ & HA & _).
  apply norm_at_most_weaken with (s l); auto.
Qed.

(** A layer that the examples of all of these claims are made of. *)
Lemma scaled_identity_entries : forall c i j, 0 <= c -> 0 <= mat_scale c identity_matrix i j <= c.
Proof.
  intros c i j Hc. unfold mat_scale, identity_matrix. destruct (Nat.eqb i j); lra.
Qed.

(** * The geometric mean of the norms below 1 *)

Theorem uniform_gain_below_one_vanishes :
  forall (L n : nat) (d : R) (Js : nat -> matrix) (g : vector) (s : nat -> R),
  (1 <= L <= 10)%nat -> (1 <= n <= 4)%nat -> 1 / 100 <= d <= 9 / 10 ->
  (forall l, (l < L)%nat ->
     entries_between n n (- (11 / 10) * (1 - d) / INR n) (11 / 10 * (1 - d) / INR n) (Js l)) ->
  (forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l)) ->
  (forall l, (1 <= l <= L)%nat -> prod_below l s <= (1 - d) ^ l) ->
  norm n (mat_vec n (transpose (chain n L Js)) g) <= (1 - d) ^ L * norm n g.
Proof.
  intros L n d Js g s HL Hn Hd _ Hs Hprod.
  eapply Rle_trans; [exact (product_bound_general L n Js g s Hs)|].
  apply Rmult_le_compat_r; [apply norm_nonneg|]. apply Hprod. lia.
Qed.

Theorem uniform_gain_below_one_vanishes_not_vacuous :
  exists (L n : nat) (d : R) (Js : nat -> matrix) (s : nat -> R),
  (1 <= L <= 10)%nat /\ (1 <= n <= 4)%nat /\ 1 / 100 <= d <= 9 / 10 /\
  (forall l, (l < L)%nat ->
     entries_between n n (- (11 / 10) * (1 - d) / INR n) (11 / 10 * (1 - d) / INR n) (Js l)) /\
  (forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l)) /\
  (forall l, (1 <= l <= L)%nat -> prod_below l s <= (1 - d) ^ l).
Proof.
  exists 10%nat, 1%nat, (1 / 2), (fun _ => mat_scale (1 / 2) identity_matrix), (fun _ => 1 / 2).
  split; [lia|]. split; [lia|]. split; [lra|]. split; [|split].
  - intros l _ i j _ _. simpl INR.
    pose proof (scaled_identity_entries (1 / 2) i j ltac:(lra)). lra.
  - intros. apply spectral_norm_scalar; [lia|lra].
  - intros l _. apply Req_le. replace (1 - 1 / 2) with (1 / 2) by field.
    induction l as [|l IH]; [reflexivity|]. simpl prod_below. rewrite IH. simpl. ring.
Qed.

(** * Every norm at most 0.9 *)

Theorem cap_guarantees_stability :
  forall (L n : nat) (Js : nat -> matrix) (g : vector) (s : nat -> R) (t : R),
  (1 <= L <= 10)%nat -> (1 <= n <= 4)%nat ->
  (forall l, (l < L)%nat -> entries_between n n (- 1 / INR n) (1 / INR n) (Js l)) ->
  (forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l)) ->
  (forall l, (l < L)%nat -> s l <= 9 / 10) ->
  spectral_norm n n (chain n L Js) t ->
  t <= (9 / 10) ^ L /\ t < 1 /\
  norm n (mat_vec n (transpose (chain n L Js)) g) <= norm n g.
Proof.
  intros L n Js g s t HL Hn _ Hs Hcap Ht.
  assert (Hc : 0 <= 9 / 10) by lra.
  pose proof (capped_chain n L Js s _ Hc Hs Hcap) as H.
  assert (Hpow : 0 <= (9 / 10) ^ L < 1).
  { split; [apply pow_le; lra|]. apply pow_lt_1_compat; [lra|lia]. }
  assert (Hle : t <= (9 / 10) ^ L) by (now apply (spectral_norm_le n n (chain n L Js))).
  repeat split; [assumption|lra|].
  rewrite <- (Rmult_1_l (norm n g)).
  apply norm_at_most_transpose; [lra|]. apply norm_at_most_weaken with ((9 / 10) ^ L); [lra|].
  assumption.
Qed.

Theorem cap_guarantees_stability_not_vacuous :
  exists (L n : nat) (Js : nat -> matrix) (s : nat -> R) (t : R),
  (1 <= L <= 10)%nat /\ (1 <= n <= 4)%nat /\
  (forall l, (l < L)%nat -> entries_between n n (- 1 / INR n) (1 / INR n) (Js l)) /\
  (forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l)) /\
  (forall l, (l < L)%nat -> s l <= 9 / 10) /\
  spectral_norm n n (chain n L Js) t.
Proof.
  destruct (spectral_norm_exists 2 2 (chain 2 10 (fun _ => mat_scale (1 / 2) identity_matrix)))
    as (t & Ht).
  exists 10%nat, 2%nat, (fun _ => mat_scale (1 / 2) identity_matrix), (fun _ => 1 / 2), t.
  split; [lia|]. split; [lia|]. split.
  - intros l _ i j _ _. simpl INR.
    pose proof (scaled_identity_entries (1 / 2) i j ltac:(lra)). lra.
  - split; [|split; [intros; lra|assumption]].
    intros. apply spectral_norm_scalar; [lia|lra].
Qed.

Theorem cap_forces_vanishing :
  forall (n : nat) (Js : nat -> matrix) (s : nat -> R) (t : R),
  (1 <= n <= 3)%nat ->
  (forall l, (l < 4)%nat -> entries_between n n (- 1 / INR n) (1 / INR n) (Js l)) ->
  (forall l, (l < 4)%nat -> spectral_norm n n (Js l) (s l)) ->
  (forall l, (l < 4)%nat -> s l <= 9 / 10) ->
  spectral_norm n n (mat_power n (chain n 4 Js) 25) t ->
  t <= (9 / 10) ^ 100 /\
  Rabs ((9 / 10) ^ 100 - 266 / 100 / 10 ^ 5) < 5 / 1000 / 10 ^ 5.
Proof.
  intros n Js s t Hn _ Hs Hcap Ht. assert (Hc : 0 <= 9 / 10) by lra. split.
  - apply (spectral_norm_le _ _ _ _ _ Ht); [apply pow_le; lra|].
    replace ((9 / 10) ^ 100) with (((9 / 10) ^ 4) ^ 25) by (rewrite <- pow_mult; reflexivity).
    apply norm_at_most_power; [apply pow_le; lra|]. now apply capped_chain with s.
  - replace ((9 / 10) ^ 100) with (IZR (9 ^ 100) / IZR (10 ^ 100)).
    + rewrite Rabs_left; simpl; lra.
    + unfold Rdiv. rewrite Rpow_mult_distr, pow_inv, !pow_IZR. reflexivity.
Qed.

Theorem cap_forces_vanishing_not_vacuous :
  exists (n : nat) (Js : nat -> matrix) (s : nat -> R) (t : R),
  (1 <= n <= 3)%nat /\
  (forall l, (l < 4)%nat -> entries_between n n (- 1 / INR n) (1 / INR n) (Js l)) /\
  (forall l, (l < 4)%nat -> spectral_norm n n (Js l) (s l)) /\
  (forall l, (l < 4)%nat -> s l <= 9 / 10) /\
  spectral_norm n n (mat_power n (chain n 4 Js) 25) t.
Proof.
  destruct (spectral_norm_exists 2 2
    (mat_power 2 (chain 2 4 (fun _ => mat_scale (1 / 2) identity_matrix)) 25)) as (t & Ht).
  exists 2%nat, (fun _ => mat_scale (1 / 2) identity_matrix), (fun _ => 1 / 2), t.
  split; [lia|]. split.
  - intros l _ i j _ _. simpl INR.
    pose proof (scaled_identity_entries (1 / 2) i j ltac:(lra)). lra.
  - split; [|split; [intros; lra|assumption]].
    intros. apply spectral_norm_scalar; [lia|lra].
Qed.

(** * Determinants say nothing of it *)

Theorem flow_governed_by_norms :
  let S := rows [[2; 0]; [0; 1 / 2]] in
  forall (L n : nat) (Js : nat -> matrix) (s : nat -> R) (p t : R),
  (1 <= L <= 10)%nat -> (1 <= n <= 4)%nat ->
  (forall l, (l < L)%nat ->
     entries_between n n (- (11 / 10) / INR n) (11 / 10 / INR n) (Js l)) ->
  (forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l)) ->
  (forall l, (l < L)%nat -> s l <= 1) ->
  spectral_norm 2 2 (mat_power 2 S L) p -> spectral_norm n n (chain n L Js) t ->
  det 2 S = 1 /\ p = 2 ^ L /\ t <= 1.
Proof.
  intros S L n Js s p t HL Hn _ Hs Hcap Hp Ht.
  assert (Hact : forall k x i, (i < 2)%nat ->
    mat_vec 2 (mat_power 2 S k) x i = (match i with O => 2 | _ => 1 / 2 end) ^ k * x i).
  { induction k as [|k IH]; intros x i Hi.
    - simpl mat_power. rewrite mat_vec_identity by assumption. ring.
    - cbn [mat_power]. rewrite mat_vec_product.
      unfold mat_vec at 1. unfold S, rows.
      destruct i as [|[|i]]; [| |lia]; simpl sum_below;
        rewrite !IH by lia; simpl; ring. }
  split; [|split].
  - unfold S, rows. simpl. unfold minor. simpl. field.
  - apply (spectral_norm_unique 2 2 (mat_power 2 S L)); [assumption|].
    apply spectral_norm_attained with (identity_matrix 0%nat).
    + apply pow_le. lra.
    + intro x. apply norm_le; [apply pow_le; lra|].
      unfold dot. rewrite <- sum_scale. apply sum_le. intros i Hi.
      rewrite Hact by assumption. set (a := match i with O => 2 | _ => 1 / 2 end).
      assert (Ha : 0 <= a <= 2) by (unfold a; destruct i; lra).
      pose proof (pow_incr a 2 L Ha) as Hle. pose proof (pow_le a L (proj1 Ha)).
      pose proof (pow_incr (a ^ L) (2 ^ L) 2 (conj H Hle)) as Hsq.
      pose proof (Rmult_le_compat_r (x i ^ 2) _ _ (pow2_ge_0 _) Hsq). lra.
    + rewrite norm_unit by lia. lra.
    + rewrite <- (Rabs_right (2 ^ L)) by (apply Rle_ge, pow_le; lra).
      rewrite <- norm_scale. apply norm_ext. intros i Hi. rewrite Hact by assumption.
      unfold identity_matrix. destruct i as [|[|i]]; simpl; [ring|ring|lia].
  - apply (spectral_norm_le _ _ _ _ _ Ht); [lra|].
    rewrite <- (pow1 L). apply capped_chain with s; auto. lra.
Qed.

Theorem flow_governed_by_norms_not_vacuous :
  let S := rows [[2; 0]; [0; 1 / 2]] in
  exists (L n : nat) (Js : nat -> matrix) (s : nat -> R) (p t : R),
  (1 <= L <= 10)%nat /\ (1 <= n <= 4)%nat /\
  (forall l, (l < L)%nat ->
     entries_between n n (- (11 / 10) / INR n) (11 / 10 / INR n) (Js l)) /\
  (forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l)) /\
  (forall l, (l < L)%nat -> s l <= 1) /\
  spectral_norm 2 2 (mat_power 2 S L) p /\ spectral_norm n n (chain n L Js) t.
Proof.
  intro S. destruct (spectral_norm_exists 2 2 (mat_power 2 S 10)) as (p & Hp).
  destruct (spectral_norm_exists 2 2 (chain 2 10 (fun _ => mat_scale (1 / 2) identity_matrix)))
    as (t & Ht).
  exists 10%nat, 2%nat, (fun _ => mat_scale (1 / 2) identity_matrix), (fun _ => 1 / 2), p, t.
  split; [lia|]. split; [lia|]. split.
  - intros l _ i j _ _. simpl INR.
    pose proof (scaled_identity_entries (1 / 2) i j ltac:(lra)). lra.
  - split; [|split; [intros; lra|split; assumption]].
    intros. apply spectral_norm_scalar; [lia|lra].
Qed.

(** * Three layers of norm at most 0.9, as [0.9 U diag(d)] *)

Theorem spectral_cap_product :
  forall (n : nat) (U : nat -> matrix) (d : nat -> vector) (t : R),
  (1 <= n <= 5)%nat ->
  (forall l, (l < 3)%nat -> orthogonal n (U l)) ->
  (forall l, (l < 3)%nat -> components_between n (- 1) 1 (d l)) ->
  let layer l := mat_scale (9 / 10) (mat_mul n (U l) (diag (d l))) in
  spectral_norm n n
    (mat_mul n (mat_mul n (layer 2%nat) (layer 1%nat)) (layer 0%nat)) t ->
  t <= 729 / 1000.
Proof.
  intros n U d t Hn HU Hd layer Ht.
  assert (H : forall l, (l < 3)%nat -> norm_at_most n n (layer l) (9 / 10)).
  { intros l Hl. replace (9 / 10) with (Rabs (9 / 10) * (1 * 1))
      by (rewrite Rabs_right by lra; lra).
    apply norm_at_most_scale, norm_at_most_mul; [lra|now apply orthogonal_at_most, HU|].
    apply norm_at_most_diag; [lra|]. intros i Hi. specialize (Hd l Hl i Hi).
    now apply Rabs_le. }
  apply (spectral_norm_le _ _ _ _ _ Ht); [lra|].
  replace (729 / 1000) with (9 / 10 * (9 / 10) * (9 / 10)) by field.
  repeat apply norm_at_most_mul; try lra; apply H; lia.
Qed.

Theorem spectral_cap_product_not_vacuous :
  exists (n : nat) (U : nat -> matrix) (d : nat -> vector) (t : R),
  (1 <= n <= 5)%nat /\
  (forall l, (l < 3)%nat -> orthogonal n (U l)) /\
  (forall l, (l < 3)%nat -> components_between n (- 1) 1 (d l)) /\
  let layer l := mat_scale (9 / 10) (mat_mul n (U l) (diag (d l))) in
  spectral_norm n n
    (mat_mul n (mat_mul n (layer 2%nat) (layer 1%nat)) (layer 0%nat)) t.
Proof.
  exists 5%nat, (fun _ => identity_matrix), (fun _ _ => 1).
  set (layer := fun _ : nat => mat_scale (9 / 10) (mat_mul 5 identity_matrix (diag (fun _ => 1)))).
  destruct (spectral_norm_exists 5 5
    (mat_mul 5 (mat_mul 5 (layer 2%nat) (layer 1%nat)) (layer 0%nat))) as (t & Ht).
  exists t. split; [lia|]. split; [|split; [|exact Ht]].
  - intros. apply orthogonal_identity.
  - intros l _ i _. lra.
Qed.
