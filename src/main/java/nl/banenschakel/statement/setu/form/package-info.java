/**
 * The form of a message as a table: which elements it has, how often, in what order, and what may
 * stand in them. By one table a message is read from XML, held against its rules whether it came as
 * XML or as JSON, and written as XML again. What is read is a tree as SETU 2.0 has it in JSON; of
 * an attribute the name begins with an at sign, and a text beside attributes is named {@code #}.
 */
@NullMarked
package nl.banenschakel.statement.setu.form;

import org.jspecify.annotations.NullMarked;
