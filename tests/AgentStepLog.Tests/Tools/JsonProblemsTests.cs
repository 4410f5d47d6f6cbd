using System.Reflection;
using AgentStepLog.Json;
using AgentStepLog.Tools;

namespace AgentStepLog.Tests.Tools;

public sealed class JsonProblemsTests
{
    [Fact]
    public void Room_for_the_objects_of_a_huge_call_is_not_kept()
    {
        var problems = new JsonProblems(strictNames: true);
        var part = JsonIndex.Of("{}"u8.ToArray());
        for (var i = 0; i < 50_000; i++)
        {
            problems.Object(part, JsonPath.Root);
        }

        Assert.InRange(problems.Room, 50_000, int.MaxValue);
        problems.Clear();
        Assert.InRange(problems.Room, 0, 64);
        Assert.False(problems.Object(part, JsonPath.Root).Knows("a")); // and it is of use as ever
    }

    [Fact]
    public void A_refusal_is_told_by_what_a_wrapper_wraps_and_a_mistake_in_the_code_or_no_words_are_not()
    {
        var problems = new JsonProblems(strictNames: true);

        problems.Refused(JsonPath.Root, new TargetInvocationException(new ArgumentException("A name cannot be empty.", "name")), typeof(int?));
        problems.Refused(JsonPath.Root, new TypeInitializationException("Names", new FormatException("80a is no number")), typeof(int?));
        problems.Refused(JsonPath.Root, new AggregateException(new InvalidCastException("Unable to cast.")), typeof(int?));
        problems.Refused(JsonPath.Root, new ArgumentException(" "), typeof(int?));

        Assert.Equal("\n- not accepted: A name cannot be empty." + string.Concat(Enumerable.Repeat("\n- not accepted: expected a value that Int32 can be made from", 3)), problems.ToString());
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("é 😀", "é 😀")]
    [InlineData("a\nb\u202ec", "a\\nb\\u202ec")]
    [InlineData("x\U000e0041y", "x\\udb40\\udc41y")]
    public void What_nobody_sees_is_shown_as_its_escape(string text, string shown) => Assert.Equal(shown, ShownText.Of(text));

    [Fact]
    public void Half_of_a_pair_is_shown_as_its_escape() => Assert.Equal("\\ud83d a \\ude00", ShownText.Of("\ud83d a \ude00"));
}
