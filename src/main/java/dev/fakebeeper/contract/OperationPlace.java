package dev.fakebeeper.contract;

import java.util.List;

/**
 * An operation and where the document describes it.
 *
 * @param operation the operation
 * @param place the operation object
 * @param parameters its parameter objects, those of the path item included, references followed
 */
record OperationPlace(Operation operation, Place place, List<Place> parameters) {}
