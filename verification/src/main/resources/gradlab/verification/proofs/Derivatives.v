(** Derivatives of sums, uniqueness of the Jacobian, and the rule for a map
    that is only known near the point. *)

Require Import Lra Lia FunctionalExtensionality.
Require Import Gradlab.Vocabulary Gradlab.Sums Gradlab.Norms.

Lemma derivative_value : forall f t a b,
  derivable_pt_lim f t a -> a = b -> derivable_pt_lim f t b.
Proof. intros; subst; assumption. Qed.

Lemma derivative_sum : forall n (f : nat -> R -> R) t d,
  (forall i, (i < n)%nat -> derivable_pt_lim (f i) t (d i)) ->
  derivable_pt_lim (fun s => sum_below n (fun i => f i s)) t (sum_below n d).
Proof.
  induction n as [|n IH]; intros f t d H; simpl.
  - apply derivable_pt_lim_const.
  - apply (derivable_pt_lim_plus (fun s => sum_below n (fun i => f i s)) (f n));
      auto.
Qed.

(** [x + t v] moves at speed [v]. *)
Lemma derivative_line : forall (x v t : R),
  derivable_pt_lim (fun s => x + s * v) t v.
Proof.
  intros x v t. eapply derivative_value.
  - apply (derivable_pt_lim_plus (fun _ => x) (fun s => s * v)).
    + apply derivable_pt_lim_const.
    + apply (derivable_pt_lim_mult (fun s => s) (fun _ => v)).
      * apply derivable_pt_lim_id.
      * apply derivable_pt_lim_const.
  - unfold fct_cte. ring.
Qed.

(** Only the values near the point count. *)
Lemma derivative_local : forall f g t d r, 0 < r ->
  (forall s, Rabs (s - t) < r -> f s = g s) ->
  derivable_pt_lim f t d -> derivable_pt_lim g t d.
Proof.
  intros f g t d r Hr Heq Hf e He.
  destruct (Hf e He) as (del & Hdel).
  assert (Hmin : 0 < Rmin del r) by (apply Rmin_pos; [apply cond_pos|assumption]).
  exists (mkposreal _ Hmin). intros h Hh0 Hh. simpl in Hh.
  rewrite <- (Heq (t + h)), <- (Heq t).
  - apply Hdel; [assumption|].
    eapply Rlt_le_trans; [exact Hh|apply Rmin_l].
  - unfold Rminus. rewrite Rplus_opp_r, Rabs_R0. assumption.
  - replace (t + h - t) with h by ring.
    eapply Rlt_le_trans; [exact Hh|apply Rmin_r].
Qed.

Lemma derivative_ext : forall f g t d,
  (forall s, f s = g s) -> derivable_pt_lim f t d -> derivable_pt_lim g t d.
Proof.
  intros f g t d H. apply (derivative_local f g t d 1); [lra|auto].
Qed.

(** Two Jacobians at one point act alike on every vector. *)
Lemma jacobian_acts_alike : forall m n f x J K v i,
  jacobian m n f x J -> jacobian m n f x K -> (i < m)%nat ->
  mat_vec n J v i = mat_vec n K v i.
Proof.
  intros m n f x J K v i HJ HK Hi.
  eapply uniqueness_limite; [now apply HJ|now apply HK].
Qed.

(** So their entries are equal. *)
Theorem jacobian_unique : forall m n f x J K i j,
  jacobian m n f x J -> jacobian m n f x K -> (i < m)%nat -> (j < n)%nat ->
  J i j = K i j.
Proof.
  intros m n f x J K i j HJ HK Hi Hj.
  assert (E : forall A, mat_vec n A (identity_matrix j) i = A i j).
  { intro A. rewrite <- (sum_identity n j (A i) Hj).
    apply sum_ext. intros. ring. }
  rewrite <- (E J), <- (E K). now apply (jacobian_acts_alike m n f x).
Qed.

Lemma jacobian_norm_at_most : forall m n f x J K c,
  jacobian m n f x J -> jacobian m n f x K ->
  norm_at_most m n J c -> norm_at_most m n K c.
Proof.
  intros m n f x J K c HJ HK HB v.
  rewrite (norm_ext m _ (mat_vec n J v)); [apply HB|].
  intros i Hi. now apply (jacobian_acts_alike m n f x).
Qed.

(** A bound for one Jacobian bounds every spectral norm of every Jacobian. *)
Lemma jacobian_spectral_norm_le : forall m n f x J K c s, 0 <= c ->
  jacobian m n f x J -> norm_at_most m n J c ->
  jacobian m n f x K -> spectral_norm m n K s -> s <= c.
Proof.
  intros m n f x J K c s Hc HJ HB HK (_ & _ & Hleast).
  apply Hleast; [assumption|]. now apply (jacobian_norm_at_most m n f x J K).
Qed.

(** * The total derivative *)

(** [J] approximates the layer near [x] in all directions at once. *)
Definition total_derivative (m n : nat) (f : layer) (x : vector) (J : matrix) : Prop :=
  forall e, 0 < e -> exists d, 0 < d /\
  forall h : vector, norm n h < d -> forall i, (i < m)%nat ->
  Rabs (f (fun j => x j + h j) i - f x i - mat_vec n J h i) <= e * norm n h.

(** Where it exists it is the Jacobian of the vocabulary.  So what holds for
    every Jacobian in that sense holds for the total derivative. *)
Theorem total_derivative_is_jacobian : forall m n f x J,
  total_derivative m n f x J -> jacobian m n f x J.
Proof.
  intros m n f x J H v i Hi e He.
  pose proof (norm_nonneg n v) as Hv. set (c := norm n v) in *.
  assert (He' : 0 < e / (c + 1)) by (apply Rdiv_lt_0_compat; lra).
  destruct (H _ He') as (d & Hd & Hnear).
  assert (Hd' : 0 < d / (c + 1)) by (apply Rdiv_lt_0_compat; lra).
  exists (mkposreal _ Hd'). intros t Ht Hlt. simpl in Hlt.
  pose proof (Rabs_pos_lt t Ht) as Hpos.
  assert (Hnorm : norm n (fun j => t * v j) = Rabs t * c) by apply norm_scale.
  assert (Hsmall : Rabs t * (c + 1) < d).
  { apply Rmult_lt_compat_r with (r := c + 1) in Hlt; [|lra].
    replace (d / (c + 1) * (c + 1)) with d in Hlt by (field; lra). assumption. }
  specialize (Hnear (fun j => t * v j)). rewrite Hnorm in Hnear.
  specialize (Hnear ltac:(nra) i Hi). rewrite mat_vec_scale in Hnear.
  replace (fun j => x j + (0 + t) * v j) with (fun j => x j + t * v j)
    by (apply functional_extensionality; intro; ring).
  replace (fun j => x j + 0 * v j) with x
    by (apply functional_extensionality; intro; ring).
  set (D := f (fun j => x j + t * v j) i - f x i) in *.
  set (a := mat_vec n J v i) in *.
  replace (D / t - a) with ((D - t * a) / t) by (field; assumption).
  unfold Rdiv. rewrite Rabs_mult, Rabs_inv.
  apply Rmult_lt_reg_r with (Rabs t); [assumption|].
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  eapply Rle_lt_trans; [exact Hnear|].
  replace (e / (c + 1) * (Rabs t * c)) with (e * Rabs t * (c / (c + 1))) by (field; lra).
  assert (Hfrac : c / (c + 1) < 1).
  { apply Rmult_lt_reg_r with (c + 1); [lra|].
    replace (c / (c + 1) * (c + 1)) with c by (field; lra). lra. }
  assert (0 < e * Rabs t) by now apply Rmult_lt_0_compat. nra.
Qed.
