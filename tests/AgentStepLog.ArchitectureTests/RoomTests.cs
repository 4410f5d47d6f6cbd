using Microsoft.CodeAnalysis;

namespace AgentStepLog.ArchitectureTests;

/// <summary>Which room of the runtime may call which, and what its types' namespaces are.</summary>
public sealed class RoomTests
{
    [Fact]
    public void Each_room_calls_only_rooms_before_it() =>
        Rule.Holds(Runtime.Sources.References.Where(static r => !Rooms.MayCall(r.From, r.To)).Select(static r => $"{r}: move what two rooms share to a room before both in Rooms.InOrder"));

    [Fact]
    public void An_internal_type_has_its_rooms_namespace_and_a_public_one_the_librarys() =>
        Rule.Holds(Runtime.Sources.Types.Where(static t => Space(t) != t.ContainingNamespace.ToDisplayString()).Select(static t => $"{Sources.Room(t)}/{t.Name}: {t.ContainingNamespace}, not {Space(t)}"));

    [Fact]
    public void Every_folder_of_the_runtime_is_a_room_and_every_room_a_folder() =>
        Assert.Equal(Rooms.InOrder.Order(StringComparer.Ordinal), Runtime.Sources.Folders.Order(StringComparer.Ordinal));

    private static string Space(INamedTypeSymbol type) =>
        Runtime.IsForGeneratedCode(type) ? Rooms.Namespace(Rooms.CompilerServices)
        : type.DeclaredAccessibility == Accessibility.Public ? Rooms.Namespace(Rooms.Hall)
        : Rooms.Namespace(Sources.Room(type));
}
