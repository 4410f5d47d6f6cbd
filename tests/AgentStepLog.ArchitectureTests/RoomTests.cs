namespace AgentStepLog.ArchitectureTests;

/// <summary>Which room may call which. What does not hold yet stands in <c>violations.txt</c>, which may only get shorter.</summary>
public sealed class RoomTests
{
    [Fact]
    public void Each_room_calls_only_rooms_before_it()
    {
        var listed = Violations.Listed();
        var found = RuntimeSources.Instance.References().Where(static r => !Rooms.MayCall(r.From, r.To)).Select(static r => r.ToString()).ToHashSet(StringComparer.Ordinal);
        var added = found.Except(listed).Order(StringComparer.Ordinal).ToList();
        var gone = listed.Except(found).Order(StringComparer.Ordinal).ToList();
        Assert.True(added.Count == 0, "These call a room that stands behind their own; move what they share to a room before both:\n" + string.Join('\n', added));
        Assert.True(gone.Count == 0, "These are no more; take them out of violations.txt:\n" + string.Join('\n', gone));
    }

    [Fact]
    public void The_list_of_violations_is_in_order_and_names_each_once()
    {
        var listed = Violations.Listed();
        Assert.Equal(listed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void Every_room_of_the_runtime_has_a_place_in_the_order()
    {
        var rooms = RuntimeSources.Instance.Types().Select(static type => type.Room).Distinct().ToList();
        Assert.NotEmpty(rooms);
        Assert.All(rooms, static room => Assert.True(Rooms.MayCall(room, room) && Rooms.InOrder.Contains(room), room));
    }
}
