/**
 * Calls to other servers: who may be called, how long that may take, how much may come back, what
 * is tried again and when nothing is asked at all for a while. Knows no domain. May use the kernel.
 */
@NullMarked
package nl.banenschakel.platform.client;

import org.jspecify.annotations.NullMarked;
