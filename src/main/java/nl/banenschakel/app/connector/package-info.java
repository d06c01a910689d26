/**
 * The connector to the register, as the settings name it: reads its files and makes it. Owns no
 * state. May use the platform, the register's connector and the invented people of the demo.
 */
@NullMarked
package nl.banenschakel.app.connector;

import org.jspecify.annotations.NullMarked;
