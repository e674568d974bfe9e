(** What a residual layer with a small step does to a vector is governed by the
    largest eigenvalue of the Jacobian's symmetric part. *)

Require Import Lra Lia.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Matrices Gradlab.Eigenvalues Gradlab.Symmetric.

Lemma dot_symmetric_part : forall n J x,
  dot n x (mat_vec n (symmetric_part J) x) = dot n x (mat_vec n J x).
Proof.
  intros n J x.
  rewrite (dot_ext n x _ x (fun i => / 2 * mat_vec n J x i + / 2 * mat_vec n (transpose J) x i)).
  - rewrite (dot_comm n x), dot_linear, (dot_comm n _ x), (dot_comm n (mat_vec n (transpose J) x) x).
    rewrite <- dot_transpose, (dot_comm n (mat_vec n J x) x). field.
  - now intros i _.
  - intros i _. unfold mat_vec, symmetric_part, transpose.
    rewrite <- !sum_scale, <- sum_plus. apply sum_ext. intros. field.
Qed.

(** The form of a symmetric matrix is at most its largest eigenvalue times the
    squared length: a multiple of the identity makes the largest eigenvalue the
    norm. *)
Theorem form_at_most_eigenvalue : forall n H mu, (1 <= n)%nat -> symmetric n H ->
  (forall c, eigenvalue n H c 0 -> c <= mu) ->
  forall x, dot n x (mat_vec n H x) <= mu * dot n x x.
Proof.
  intros n H mu Hn Hsym Hmu x.
  destruct (norm_bounded n n H) as (t & Ht & HA).
  set (W := mat_plus H (mat_scale (t + 1) identity_matrix)).
  assert (Hact : forall y i, (i < n)%nat -> mat_vec n W y i = mat_vec n H y i + (t + 1) * y i).
  { intros y i Hi. unfold W. rewrite mat_vec_sum, mat_vec_scaled, mat_vec_identity; auto. }
  assert (HW : symmetric n W).
  { intros i j Hi Hj. unfold W, mat_plus, mat_scale, identity_matrix.
    rewrite (Hsym i j), (Nat.eqb_sym j i) by assumption. reflexivity. }
  assert (Hdot : forall y, dot n y (mat_vec n W y) = dot n y (mat_vec n H y) + (t + 1) * dot n y y).
  { intro y. unfold dot. rewrite <- sum_scale, <- sum_plus. apply sum_ext.
    intros i Hi. rewrite Hact by assumption. ring. }
  destruct (spectral_norm_exists n n W) as (s & Hs).
  destruct (symmetric_norm_eigenvalue n W s Hn HW Hs) as (e & v & He & (i & Hi & Hv) & Heig).
  assert (Heigen : eigenvalue n H (e - (t + 1)) 0).
  { exists v, (fun _ => 0). split; [exists i; split; [assumption|now left]|].
    intros j Hj. specialize (Heig j Hj). rewrite Hact in Heig by assumption.
    split; [lra|]. unfold mat_vec.
    rewrite (sum_ext _ _ (fun _ => 0)), sum_zero by (intros; ring). ring. }
  assert (Habs : - t <= e - (t + 1)).
  { pose proof (eigenvalue_at_most n H _ _ t Ht HA Heigen) as Hle.
    replace ((e - (t + 1)) ^ 2 + 0 ^ 2) with (Rsqr (e - (t + 1))) in Hle by (unfold Rsqr; ring).
    rewrite sqrt_Rsqr_abs in Hle. pose proof (Rle_abs (- (e - (t + 1)))) as H'.
    rewrite Rabs_Ropp in H'. lra. }
  pose proof (Hmu _ Heigen) as Hle. destruct Hs as (Hs0 & HWs & _).
  assert (Hes : e = s) by (destruct He; lra).
  pose proof (cauchy_schwarz n x (mat_vec n W x)) as Hcs. specialize (HWs x).
  rewrite Hdot in Hcs.
  assert (Hsq : dot n x x = norm n x * norm n x) by (rewrite <- norm_squared; ring).
  pose proof (norm_nonneg n x). pose proof (dot_self_nonneg n x).
  assert (norm n x * norm n (mat_vec n W x) <= s * dot n x x) by (rewrite Hsq; nra).
  nra.
Qed.

Theorem log_norm_limit :
  forall (n : nat) (J : matrix) (h mu stretch s : R),
  (1 <= n <= 4)%nat -> entries_between n n (- 10) 10 J -> 1 / 10000 <= h <= 10 ->
  numerical_abscissa n J mu ->
  spectral_norm n n (mat_plus identity_matrix (mat_scale h J)) stretch ->
  spectral_norm n n J s ->
  1 + h * mu <= stretch /\ stretch <= 1 + h * mu + h ^ 2 * s ^ 2 / 2.
Proof.
  intros n J h mu stretch s Hn _ Hh ((v & w & Hne & Heig) & Hmu) Hstretch (Hs0 & HJ & _).
  set (K := mat_plus identity_matrix (mat_scale h J)) in *.
  assert (Hact : forall x i, (i < n)%nat -> mat_vec n K x i = x i + h * mat_vec n J x i).
  { intros x i Hi. unfold K. rewrite mat_vec_sum, mat_vec_scaled, mat_vec_identity; auto. }
  assert (Hsym : symmetric n (symmetric_part J))
    by (intros i j _ _; unfold symmetric_part; field).
  split.
  - (* Along an eigenvector of the symmetric part. *)
    assert (Hvec : exists x, 0 < norm n x /\ dot n x (mat_vec n J x) = mu * dot n x x).
    { destruct Hne as (i & Hi & [Hv|Hv]); [exists v|exists w];
        (split; [now apply norm_pos with i|]); rewrite <- dot_symmetric_part;
        unfold dot; rewrite <- sum_scale; apply sum_ext; intros j Hj;
        destruct (Heig j Hj) as [E1 E2]; [rewrite E1|rewrite E2]; ring. }
    destruct Hvec as (x & Hx & E).
    apply (spectral_norm_ge n n K stretch _ x Hstretch Hx).
    pose proof (cauchy_schwarz n x (mat_vec n K x)) as Hcs.
    assert (Hdot : dot n x (mat_vec n K x) = (1 + h * mu) * (norm n x * norm n x)).
    { replace (norm n x * norm n x) with (dot n x x) by (rewrite <- norm_squared; ring).
      rewrite Rmult_plus_distr_r, Rmult_1_l, Rmult_assoc, <- E.
      unfold dot. rewrite <- sum_scale, <- sum_plus. apply sum_ext.
      intros j Hj. rewrite Hact by assumption. ring. }
    rewrite Hdot in Hcs. apply Rmult_le_reg_l with (norm n x); [assumption|]. lra.
  - assert (Hform : forall x, dot n x (mat_vec n J x) <= mu * dot n x x).
    { intro x. rewrite <- dot_symmetric_part.
      apply form_at_most_eigenvalue; [lia|assumption..]. }
    set (y := h * mu + h ^ 2 * s ^ 2 / 2).
    assert (Hsq : forall x, dot n (mat_vec n K x) (mat_vec n K x) <= (1 + 2 * y) * dot n x x).
    { intro x. specialize (HJ x). specialize (Hform x).
      assert (E : dot n (mat_vec n K x) (mat_vec n K x) =
        dot n x x + 2 * h * dot n x (mat_vec n J x) + h ^ 2 * dot n (mat_vec n J x) (mat_vec n J x)).
      { unfold dot. rewrite <- !sum_scale, <- !sum_plus. apply sum_ext.
        intros j Hj. rewrite Hact by assumption. ring. }
      assert (HJ2 : dot n (mat_vec n J x) (mat_vec n J x) <= s ^ 2 * dot n x x).
      { rewrite <- !norm_squared, <- Rpow_mult_distr. apply pow_incr.
        split; [apply norm_nonneg|assumption]. }
      rewrite E. unfold y.
      apply Rmult_le_compat_l with (r := h ^ 2) in HJ2; [|apply pow2_ge_0].
      apply Rmult_le_compat_l with (r := 2 * h) in Hform; [|lra]. lra. }
    assert (Hy : 0 <= 1 + 2 * y).
    { specialize (Hsq (identity_matrix 0%nat)).
      pose proof (dot_self_nonneg n (mat_vec n K (identity_matrix 0%nat))).
      rewrite <- (norm_squared n (identity_matrix 0%nat)), norm_unit in Hsq by lia. lra. }
    replace (1 + h * mu + h ^ 2 * s ^ 2 / 2) with (1 + y) by (unfold y; ring).
    apply (spectral_norm_le _ _ _ _ _ Hstretch); [lra|]. intro x.
    apply norm_le; [lra|]. eapply Rle_trans; [apply Hsq|].
    apply Rmult_le_compat_r; [apply dot_self_nonneg|]. nra.
Qed.

Theorem log_norm_limit_not_vacuous :
  exists (n : nat) (J : matrix) (h mu stretch s : R),
  (1 <= n <= 4)%nat /\ entries_between n n (- 10) 10 J /\ 1 / 10000 <= h <= 10 /\
  numerical_abscissa n J mu /\
  spectral_norm n n (mat_plus identity_matrix (mat_scale h J)) stretch /\
  spectral_norm n n J s.
Proof.
  set (J := mat_scale 2 identity_matrix).
  destruct (spectral_norm_exists 4 4 (mat_plus identity_matrix (mat_scale 1 J))) as (s & Hs).
  exists 4%nat, J, 1, 2, s, 2. split; [lia|]. split.
  { intros i j _ _. unfold J, mat_scale, identity_matrix. destruct (Nat.eqb i j); lra. }
  split; [lra|]. split; [|split; [assumption|apply spectral_norm_scalar; [lia|lra]]].
  assert (E : forall x i, (i < 4)%nat -> mat_vec 4 (symmetric_part J) x i = 2 * x i).
  { intros x i Hi. rewrite <- (mat_vec_identity 4 x i Hi) at 1.
    rewrite <- mat_vec_scaled. apply sum_ext. intros j _.
    unfold symmetric_part, J, mat_scale, identity_matrix. rewrite (Nat.eqb_sym j i). 
    destruct (Nat.eqb i j); field. }
  split.
  - exists (identity_matrix 0%nat), (fun _ => 0). split.
    + exists 0%nat. split; [lia|]. left. unfold identity_matrix. simpl. lra.
    + intros i Hi. rewrite !E by assumption. lra.
  - intros c (u & w & (i & Hi & Hne) & H). destruct (H i Hi) as [H1 H2].
    rewrite E in H1, H2 by assumption. nra.
Qed.
