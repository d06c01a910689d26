package nl.banenschakel.platform.intake.column;

import java.util.Set;
import java.util.function.Function;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;

/**
 * How the operations about the columns of a kind of file are called, and what they take.
 *
 * @param preview the operation id of the look at a file
 * @param deliveries the path of deliveries, below which a file is looked at
 * @param mapping what a mapping is called in operation ids
 * @param mappings the path of mappings
 * @param roles who may
 * @param mediaTypes of files
 * @param reads what a look at a file tells of people
 * @param source reads the name of a source, as a delivery has it
 * @param defaultSource the source of a delivery that names none
 */
public record ColumnOperations(
    String preview,
    String deliveries,
    String mapping,
    String mappings,
    Set<Role> roles,
    Set<String> mediaTypes,
    Reads reads,
    Function<String, String> source,
    String defaultSource) {}
