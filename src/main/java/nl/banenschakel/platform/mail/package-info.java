/**
 * Messages to people by e-mail: plain text in Dutch and English with counts and links, and never a
 * name of a person or a BSN. A message is a job of the transaction of what it is about; it is
 * written when it is sent, so that no text of it, and no link in it, is kept. Owns no state: an
 * address is kept by whoever has it. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.platform.mail;

import org.jspecify.annotations.NullMarked;
