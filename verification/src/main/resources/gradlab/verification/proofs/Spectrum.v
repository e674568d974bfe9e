(** More of what the theorems speak of: powers, orthogonal matrices,
    eigenvalues, singular values.  Nothing is proved here. *)

Require Export Gradlab.Vocabulary.

(** * Equality and bounds of the entries that are read *)

Definition same_vector (n : nat) (x y : vector) : Prop :=
  forall i, (i < n)%nat -> x i = y i.

Definition same_matrix (m n : nat) (A B : matrix) : Prop :=
  forall i j, (i < m)%nat -> (j < n)%nat -> A i j = B i j.

Definition components_between (n : nat) (a b : R) (x : vector) : Prop :=
  forall i, (i < n)%nat -> a <= x i <= b.

Definition entries_between (m n : nat) (a b : R) (A : matrix) : Prop :=
  forall i j, (i < m)%nat -> (j < n)%nat -> a <= A i j <= b.

(** [z] is [x], rounded up. *)
Definition is_ceiling (x : R) (z : Z) : Prop := IZR z - 1 < x <= IZR z.

(** [z] is [x], rounded down. *)
Definition is_floor (x : R) (z : Z) : Prop := IZR z <= x < IZR z + 1.

(** * Largest magnitudes *)

(** The largest of [f 0 ... f (n - 1)], for numbers that are not negative; 0
    if there are none. *)
Fixpoint max_below (n : nat) (f : nat -> R) : R :=
  match n with
  | O => 0
  | S k => Rmax (max_below k f) (f k)
  end.

Definition norm_inf (n : nat) (x : vector) : R := max_below n (fun i => Rabs (x i)).

(** The largest row sum of magnitudes. *)
Definition matrix_norm_inf (m n : nat) (A : matrix) : R :=
  max_below m (fun i => sum_below n (fun j => Rabs (A i j))).

(** * Matrices *)

Definition vec_plus (x y : vector) : vector := fun i => x i + y i.

Definition vec_minus (x y : vector) : vector := fun i => x i - y i.

Definition vec_scale (c : R) (x : vector) : vector := fun i => c * x i.

Definition diag (v : vector) : matrix := fun i j => if Nat.eqb i j then v i else 0.

Definition ones_matrix : matrix := fun _ _ => 1.

(** The root of the sum of squares. *)
Definition frobenius (m n : nat) (A : matrix) : R :=
  sqrt (sum_below m (fun i => sum_below n (fun j => A i j ^ 2))).

Fixpoint mat_power (n : nat) (A : matrix) (k : nat) : matrix :=
  match k with
  | O => identity_matrix
  | S l => mat_mul n A (mat_power n A l)
  end.

(** [B] is the inverse of the [n] by [n] matrix [A]. *)
Definition inverse_matrix (n : nat) (A B : matrix) : Prop :=
  same_matrix n n (mat_mul n A B) identity_matrix /\
  same_matrix n n (mat_mul n B A) identity_matrix.

Definition symmetric (n : nat) (A : matrix) : Prop :=
  forall i j, (i < n)%nat -> (j < n)%nat -> A i j = A j i.

(** [Q' Q = I]; that then [Q Q' = I] is [orthogonal_transpose] in
    [Orthogonal.v]. *)
Definition orthogonal (n : nat) (Q : matrix) : Prop :=
  same_matrix n n (mat_mul n (transpose Q) Q) identity_matrix.

(** * Eigenvalues and singular values *)

(** The complex number [a + b i] is an eigenvalue of [A], with the eigenvector
    [u + w i], which is not 0: [A (u + w i) = (a + b i) (u + w i)]. *)
Definition eigenvalue (n : nat) (A : matrix) (a b : R) : Prop :=
  exists u w : vector,
  (exists i, (i < n)%nat /\ (u i <> 0 \/ w i <> 0)) /\
  forall i, (i < n)%nat ->
  mat_vec n A u i = a * u i - b * w i /\ mat_vec n A w i = b * u i + a * w i.

(** [r] is the spectral radius: the largest modulus of an eigenvalue. *)
Definition spectral_radius (n : nat) (A : matrix) (r : R) : Prop :=
  (exists a b, eigenvalue n A a b /\ sqrt (a ^ 2 + b ^ 2) = r) /\
  forall a b, eigenvalue n A a b -> sqrt (a ^ 2 + b ^ 2) <= r.

(** The square matrix [A] stretches each vector by at least [c]. *)
Definition norm_at_least (n : nat) (A : matrix) (c : R) : Prop :=
  forall x : vector, c * norm n x <= norm n (mat_vec n A x).

(** [s] is the smallest singular value of the [n] by [n] matrix [A], [n >= 1]:
    the largest such factor that is not negative. *)
Definition smallest_singular_value (n : nat) (A : matrix) (s : R) : Prop :=
  0 <= s /\ norm_at_least n A s /\
  forall c : R, 0 <= c -> norm_at_least n A c -> c <= s.

(** The symmetric part [(A + A') / 2]. *)
Definition symmetric_part (A : matrix) : matrix := fun i j => (A i j + A j i) / 2.

(** [mu] is the largest eigenvalue of the symmetric part, whose eigenvalues
    are all real. *)
Definition numerical_abscissa (n : nat) (A : matrix) (mu : R) : Prop :=
  eigenvalue n (symmetric_part A) mu 0 /\
  forall c, eigenvalue n (symmetric_part A) c 0 -> c <= mu.
