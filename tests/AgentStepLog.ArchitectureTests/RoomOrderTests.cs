namespace AgentStepLog.ArchitectureTests;

/// <summary>The order of the rooms, as the tests of the runtime ask it.</summary>
public sealed class RoomOrderTests
{
    [Theory]
    [InlineData("Records", "Json", true)]
    [InlineData("Json", "Records", false)]
    [InlineData("Writing", "Writing", true)]
    [InlineData("Writing", "Reading", true)]
    [InlineData("Reading", "Writing", false)]
    [InlineData(Rooms.Hall, "Capture", true)]
    [InlineData("Capture", Rooms.Hall, false)]
    [InlineData("Capture", Rooms.CompilerServices, false)]
    public void A_room_calls_itself_and_those_before_it(string from, string to, bool may) => Assert.Equal(may, Rooms.MayCall(from, to));

    [Fact]
    public void A_folder_that_is_no_room_is_named() =>
        Assert.Contains("\"Helpers\"", Assert.Throws<ArgumentException>(static () => Rooms.MayCall("Helpers", "Json")).Message, StringComparison.Ordinal);
}
