(** A symmetric matrix's norm is the largest modulus of its eigenvalues. *)

Require Import Lra Lia Classical.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Matrices Gradlab.Kernel Gradlab.Eigenvalues.

Lemma dot_symmetric : forall n A x y, symmetric n A ->
  dot n x (mat_vec n A y) = dot n (mat_vec n A x) y.
Proof.
  intros n A x y HA. rewrite dot_transpose. apply dot_ext; [now intros i _|].
  apply mat_vec_ext; [|now intros i _]. intros i j Hi Hj. unfold transpose. now apply HA.
Qed.

(** A symmetric matrix whose form is nowhere negative, and no multiple of the
    squared length from below, sends some vector other than 0 to 0. *)
Theorem form_kernel : forall n M, symmetric n M ->
  (forall x, 0 <= dot n x (mat_vec n M x)) ->
  (forall d, 0 < d -> exists x, dot n x (mat_vec n M x) < d * dot n x x) ->
  exists v, (exists i, (i < n)%nat /\ v i <> 0) /\ same_vector n (mat_vec n M v) (fun _ => 0).
Proof.
  intros n M Hsym Hpos Hsmall. apply NNPP. intro Hno.
  assert (Hinj : injective n M).
  { intros x Hx i Hi. destruct (Req_dec (x i) 0) as [E|E]; [assumption|].
    exfalso. apply Hno. exists x. split; [now exists i|assumption]. }
  destruct (injective_bounded_below n M Hinj) as (c & Hc & Hlow).
  destruct (norm_bounded n n M) as (k0 & Hk0 & HM0).
  set (k := k0 + 1). assert (Hk : 0 < k) by (unfold k; lra).
  assert (HM : norm_at_most n n M k)
    by (apply norm_at_most_weaken with k0; [unfold k; lra|assumption]).
  (* |M x|^2 <= k x'M x, from the form at x - M x / k. *)
  assert (Hform : forall x, dot n (mat_vec n M x) (mat_vec n M x) <= k * dot n x (mat_vec n M x)).
  { intro x. set (y := mat_vec n M x).
    pose proof (Hpos (fun i => 1 * x i + (- / k) * y i)) as H.
    rewrite dot_linear in H.
    rewrite (dot_ext n x _ x (fun i => 1 * y i + (- / k) * mat_vec n M y i)) in H
      by (intros i _; try rewrite mat_vec_linear; reflexivity).
    rewrite (dot_ext n y (mat_vec n M (fun i => 1 * x i + (- / k) * y i))
               y (fun i => 1 * y i + (- / k) * mat_vec n M y i)) in H
      by (intros i _; try rewrite mat_vec_linear; reflexivity).
    rewrite !(dot_comm n _ (fun i => 1 * y i + (- / k) * mat_vec n M y i)) in H.
    rewrite !dot_linear in H.
    assert (E : dot n (mat_vec n M y) x = dot n y y)
      by (rewrite <- dot_symmetric by assumption; reflexivity).
    rewrite E, (dot_comm n y x) in H.
    assert (Hy : dot n (mat_vec n M y) y <= k * dot n y y).
    { eapply Rle_trans; [apply cauchy_schwarz|]. specialize (HM y).
      pose proof (norm_nonneg n y). rewrite <- norm_squared. nra. }
    assert (Hi : 0 < / k) by now apply Rinv_0_lt_compat.
    assert (Hik : / k * k = 1) by (apply Rinv_l; lra).
    assert (H2 : / k * (/ k * dot n (mat_vec n M y) y) <= / k * dot n y y).
    { apply Rmult_le_compat_l; [lra|]. apply Rmult_le_compat_l with (r := / k) in Hy; [|lra].
      rewrite <- Rmult_assoc, Hik, Rmult_1_l in Hy. assumption. }
    assert (H3 : / k * dot n y y <= dot n x y) by lra.
    apply Rmult_le_compat_l with (r := k) in H3; [|lra].
    rewrite <- Rmult_assoc, (Rmult_comm k), Hik, Rmult_1_l in H3. lra. }
  set (d := / (c ^ 2 * k)).
  assert (Hck : 0 < c ^ 2 * k) by (apply Rmult_lt_0_compat; nra).
  destruct (Hsmall d (Rinv_0_lt_compat _ Hck)) as (x & Hx).
  apply Rmult_lt_compat_l with (r := c ^ 2 * k) in Hx; [|assumption].
  unfold d in Hx. rewrite <- (Rmult_assoc _ (/ _)), Rinv_r, Rmult_1_l in Hx by lra.
  specialize (Hform x). specialize (Hlow x).
  assert (Hsq : dot n x x <= c ^ 2 * dot n (mat_vec n M x) (mat_vec n M x)).
  { rewrite <- !norm_squared, <- Rpow_mult_distr. apply pow_incr.
    split; [apply norm_nonneg|assumption]. }
  apply Rmult_le_compat_l with (r := c ^ 2) in Hform; [|apply pow2_ge_0]. lra.
Qed.

(** The norm or its negative is an eigenvalue. *)
Theorem symmetric_norm_eigenvalue : forall n W s, (1 <= n)%nat -> symmetric n W ->
  spectral_norm n n W s ->
  exists e v, (e = s \/ e = - s) /\ (exists i, (i < n)%nat /\ v i <> 0) /\
  same_vector n (mat_vec n W v) (fun i => e * v i).
Proof.
  intros n W s Hn Hsym (Hs & HW & Hleast).
  set (M := mat_minus (mat_scale (s ^ 2) identity_matrix) (mat_mul n W W)).
  assert (Hact : forall x i, (i < n)%nat ->
    mat_vec n M x i = s ^ 2 * x i - mat_vec n W (mat_vec n W x) i).
  { intros x i Hi. unfold M.
    rewrite mat_vec_difference, mat_vec_scaled, mat_vec_product.
    now rewrite mat_vec_identity. }
  assert (Hdot : forall x, dot n x (mat_vec n M x) =
    s ^ 2 * dot n x x - dot n (mat_vec n W x) (mat_vec n W x)).
  { intro x. rewrite <- (dot_symmetric n W x) by assumption.
    unfold dot. rewrite <- sum_scale, <- sum_minus. apply sum_ext.
    intros i Hi. rewrite Hact by assumption. ring. }
  assert (Hkernel : exists v, (exists i, (i < n)%nat /\ v i <> 0) /\
                              same_vector n (mat_vec n M v) (fun _ => 0)).
  { apply form_kernel.
    - intros i j Hi Hj. unfold M, mat_minus, mat_scale, mat_mul, identity_matrix.
      rewrite (Nat.eqb_sym j i). f_equal. apply sum_ext. intros k Hk.
      rewrite (Hsym i k), (Hsym k j) by assumption. ring.
    - intro x. rewrite Hdot. specialize (HW x).
      assert (Hsq : norm n (mat_vec n W x) ^ 2 <= (s * norm n x) ^ 2)
        by (apply pow_incr; split; [apply norm_nonneg|assumption]).
      rewrite Rpow_mult_distr, !norm_squared in Hsq. lra.
    - intros d Hd. apply NNPP. intro Hno.
      assert (Hall : forall x, dot n (mat_vec n W x) (mat_vec n W x) <= (s ^ 2 - d) * dot n x x).
      { intro x. destruct (Rle_dec (dot n (mat_vec n W x) (mat_vec n W x))
                             ((s ^ 2 - d) * dot n x x)) as [H|H]; [assumption|].
        exfalso. apply Hno. exists x. rewrite Hdot. lra. }
      assert (Hroom : 0 <= s ^ 2 - d).
      { specialize (Hall (identity_matrix 0%nat)).
        pose proof (dot_self_nonneg n (mat_vec n W (identity_matrix 0%nat))).
        rewrite <- (norm_squared n (identity_matrix 0%nat)), norm_unit in Hall by assumption. lra. }
      assert (Hc : s <= sqrt (s ^ 2 - d)).
      { apply Hleast; [apply sqrt_pos|]. intro x. apply norm_le; [apply sqrt_pos|].
        rewrite <- Rsqr_pow2, Rsqr_sqrt by assumption. apply Hall. }
      pose proof (sqrt_sqrt _ Hroom). pose proof (sqrt_pos (s ^ 2 - d)). nra. }
  destruct Hkernel as (v & (i & Hi & Hv) & Hz).
  set (u := fun j => mat_vec n W v j + s * v j).
  destruct (classic (exists j, (j < n)%nat /\ u j <> 0)) as [Hu|Hu].
  - exists s, u. split; [now left|]. split; [assumption|]. intros j Hj.
    unfold u at 1. rewrite (mat_vec_same n n W _ (fun j => 1 * mat_vec n W v j + s * v j))
      by (try assumption; intros k _; ring).
    rewrite mat_vec_linear. specialize (Hz j Hj). rewrite Hact in Hz by assumption.
    unfold u. lra.
  - exists (- s), v. split; [now right|]. split; [now exists i|]. intros j Hj.
    destruct (Req_dec (u j) 0) as [E|E]; [unfold u in E; lra|].
    exfalso. apply Hu. now exists j.
Qed.

(** So the spectral radius is the norm. *)
Theorem symmetric_radius : forall n W s r, (1 <= n)%nat -> symmetric n W ->
  spectral_norm n n W s -> spectral_radius n W r -> r = s.
Proof.
  intros n W s r Hn Hsym Hs Hr. apply Rle_antisym.
  - destruct Hs as (H0 & HW & _). now apply (radius_at_most n W).
  - destruct (symmetric_norm_eigenvalue n W s Hn Hsym Hs)
      as (e & v & He & (i & Hi & Hv) & Heig).
    assert (Hle : sqrt (e ^ 2 + 0 ^ 2) <= r).
    { apply Hr. exists v, (fun _ => 0). split.
      - exists i. split; [assumption|now left].
      - intros j Hj. rewrite (Heig j Hj). split; [ring|].
        unfold mat_vec. rewrite (sum_ext _ _ (fun _ => 0)), sum_zero by (intros; ring). ring. }
    destruct Hs as (H0 & _).
    replace (e ^ 2 + 0 ^ 2) with (s ^ 2) in Hle by (destruct He as [-> | ->]; ring).
    now rewrite sqrt_pow2 in Hle.
Qed.

Theorem symmetric_eigenvalues_decide :
  forall (n : nat) (W : matrix) (m : nat) (r s : R),
  (1 <= n <= 5)%nat -> (1 <= m <= 6)%nat -> symmetric n W ->
  spectral_radius n W r -> spectral_norm n n (mat_power n W m) s ->
  s = r ^ m.
Proof.
  intros n W m r s Hn Hm Hsym Hr Hs.
  destruct (spectral_norm_exists n n W) as (t & Ht).
  assert (E : r = t) by (apply (symmetric_radius n W); [lia|assumption..]).
  apply Rle_antisym.
  - destruct Ht as (H0 & HW & _).
    apply (spectral_norm_le _ _ _ _ _ Hs); [rewrite E; now apply pow_le|].
    rewrite E. now apply norm_at_most_power.
  - now apply (power_at_least_radius n W).
Qed.

Theorem symmetric_eigenvalues_decide_not_vacuous :
  exists (n : nat) (W : matrix) (m : nat) (r s : R),
  (1 <= n <= 5)%nat /\ (1 <= m <= 6)%nat /\ symmetric n W /\
  spectral_radius n W r /\ spectral_norm n n (mat_power n W m) s.
Proof.
  destruct (spectral_norm_exists 5 5 (mat_power 5 (mat_scale 2 identity_matrix) 6)) as (s & Hs).
  exists 5%nat, (mat_scale 2 identity_matrix), 6%nat, 2, s.
  split; [lia|]. split; [lia|]. split; [|split; [|assumption]].
  - intros i j _ _. unfold mat_scale, identity_matrix. now rewrite Nat.eqb_sym.
  - apply spectral_radius_scalar; [lia|lra].
Qed.
