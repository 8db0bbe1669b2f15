package dev.fakebeeper.control;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.control.journal.Names;
import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.world.World;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The chats of a world, and the operations that its server knows. Thread-safe. */
record NamesOfWorld(World world, Supplier<Contract> contract) implements Names {

  @Override
  public Set<String> ofChat(String id) {
    return world
        .read()
        .findChat(id)
        .map(chat -> Set.of(chat.id(), chat.localId()))
        .orElse(Set.of(id));
  }

  /** An operation of another version than the one served can be asked for, too. */
  @Override
  public Optional<String> complaintAbout(String operationId) {
    if (isOf(contract.get(), operationId) || isOf(Contract.bundled(), operationId)) {
      return Optional.empty();
    }
    var known = contract.get().operations().stream().map(Operation::id).toList();
    var meant = Nearest.of(operationId, known).map(" Did you mean %s?"::formatted).orElse("");
    return Optional.of("The contract has no operation \"%s\".%s".formatted(operationId, meant));
  }

  private static boolean isOf(Contract contract, String operationId) {
    return contract.find(operationId).isPresent()
        || contract
            .webSocket()
            .map(socket -> socket.upgrade().id().equals(operationId))
            .orElse(false);
  }
}
