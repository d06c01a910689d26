/**
 * Logs, in which no BSN can be read whoever wrote the line: every line is masked as the last thing
 * before it leaves. Owns the form of a log line. May use the kernel.
 *
 * <p>Vert.x and Netty find SLF4J by themselves. Tink and pgjdbc write to {@code java.util.logging},
 * which {@link nl.banenschakel.platform.log.Logs#install} leads here too.
 */
@NullMarked
package nl.banenschakel.platform.log;

import org.jspecify.annotations.NullMarked;
