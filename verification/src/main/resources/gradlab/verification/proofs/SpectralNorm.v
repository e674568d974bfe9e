(** Every matrix has a spectral norm, and only one. *)

Require Import Lra Lia.
Require Import Gradlab.Vocabulary Gradlab.Sums Gradlab.Norms.

Lemma norm_bounded : forall m n A, exists c, 0 <= c /\ norm_at_most m n A c.
Proof.
  intros m n A. exists (sqrt (sum_below m (fun i => dot n (A i) (A i)))).
  split; [apply sqrt_pos|]. intro x. apply norm_le; [apply sqrt_pos|].
  rewrite <- Rsqr_pow2, Rsqr_sqrt by (apply sum_nonneg; intros; apply dot_self_nonneg).
  rewrite <- sum_scale_right. apply sum_le. intros i _.
  replace (mat_vec n A x i * mat_vec n A x i) with (dot n (A i) x ^ 2)
    by (unfold dot, mat_vec; ring).
  apply cauchy_schwarz_squared.
Qed.

(** The set of lengths to which [A] stretches vectors of length at most 1 has
    a least upper bound, and that is the spectral norm. *)
Theorem spectral_norm_exists : forall m n A, exists s, spectral_norm m n A s.
Proof.
  intros m n A.
  set (lengths := fun r => exists x, norm n x <= 1 /\ r = norm m (mat_vec n A x)).
  destruct (norm_bounded m n A) as (b & Hb & HA).
  assert (Hbound : bound lengths).
  { exists b. intros r (x & Hx & ->). eapply Rle_trans; [apply HA|].
    rewrite <- (Rmult_1_r b) at 2. now apply Rmult_le_compat_l. }
  assert (Hzero : lengths 0).
  { exists (fun _ => 0). unfold norm, dot. split.
    - rewrite (sum_ext _ _ (fun _ => 0)), sum_zero, sqrt_0 by (intros; ring). lra.
    - rewrite (sum_ext _ _ (fun _ => 0)), sum_zero, sqrt_0; [reflexivity|].
      intros. unfold mat_vec.
      rewrite (sum_ext _ _ (fun _ => 0)), sum_zero by (intros; ring). ring. }
  destruct (completeness lengths Hbound (ex_intro _ 0 Hzero)) as (s & Hupper & Hleast).
  exists s. split; [now apply Hupper|]. split.
  - intro x. destruct (norm_nonneg n x) as [Hx|Hx].
    + pose proof (Rinv_0_lt_compat _ Hx) as Hinv.
      assert (Hunit : / norm n x * norm m (mat_vec n A x) <= s).
      { apply Hupper. exists (fun j => / norm n x * x j). split.
        - rewrite norm_scale, Rabs_right by lra.
          apply Req_le. field. lra.
        - rewrite (norm_ext m (mat_vec n A (fun j => / norm n x * x j))
                     (fun i => / norm n x * mat_vec n A x i))
            by (intros; apply mat_vec_scale).
          rewrite norm_scale, Rabs_right by lra. reflexivity. }
      apply Rmult_le_reg_l with (/ norm n x); [assumption|].
      replace (/ norm n x * (s * norm n x)) with s by (field; lra). assumption.
    + rewrite (norm_ext m _ (fun _ => 0)).
      * unfold norm at 1, dot.
        rewrite (sum_ext _ _ (fun _ => 0)), sum_zero, sqrt_0 by (intros; ring).
        rewrite <- Hx. lra.
      * intros i _. unfold mat_vec. rewrite (sum_ext _ _ (fun _ => 0)), sum_zero; [reflexivity|].
        intros j Hj. rewrite (norm_zero_component n x j) by auto. ring.
  - intros c Hc HAc. apply Hleast. intros r (x & Hx & ->).
    eapply Rle_trans; [apply HAc|].
    rewrite <- (Rmult_1_r c) at 2. now apply Rmult_le_compat_l.
Qed.

Theorem spectral_norm_unique : forall m n A s t,
  spectral_norm m n A s -> spectral_norm m n A t -> s = t.
Proof.
  intros m n A s t (Hs & HsA & Hsl) (Ht & HtA & Htl).
  apply Rle_antisym; auto.
Qed.

(** A bound that one vector reaches is the spectral norm. *)
Lemma spectral_norm_attained : forall m n A s x, 0 <= s ->
  norm_at_most m n A s -> 0 < norm n x ->
  norm m (mat_vec n A x) = s * norm n x -> spectral_norm m n A s.
Proof.
  intros m n A s x Hs HA Hx Heq. repeat split; [assumption|assumption|].
  intros c _ Hc. specialize (Hc x). rewrite Heq in Hc.
  now apply Rmult_le_reg_r with (norm n x).
Qed.
