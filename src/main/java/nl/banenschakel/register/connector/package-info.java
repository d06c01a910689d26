/**
 * What can be asked of an upstream register bridge (the port, {@link
 * nl.banenschakel.register.connector.RegisterBridge}) and two adapters: one over HTTP, as {@code
 * openapi/register-connector.yaml} says, and a simulated register for development. Stores nothing.
 * May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.register.connector;

import org.jspecify.annotations.NullMarked;
