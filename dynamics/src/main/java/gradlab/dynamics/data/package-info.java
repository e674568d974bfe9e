/** What is learned from? Data sets, built in, generated from a seed, or read from a user's files. */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics.data;
