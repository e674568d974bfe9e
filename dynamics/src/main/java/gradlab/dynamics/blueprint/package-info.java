/** What does a network look like before it has weights? Descriptions of layers, their reader, and how they are built. */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics.blueprint;
