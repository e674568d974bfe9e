/** What happens over many steps? */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics;
