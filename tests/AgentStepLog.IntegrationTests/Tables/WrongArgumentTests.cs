namespace AgentStepLog.IntegrationTests.Tables;

/// <summary>The exact words by which a model learns what was wrong with its arguments.</summary>
public sealed class WrongArgumentTests
{
    [Theory]
    [InlineData(
        "Numbers", """{"a":128,"b":"1","c":1.5,"d":null,"f":true,"g":1,"h":-1,"i":1,"j":1,"k":1,"l":"x","m":1,"n":1e40,"nothingLikeIt":1}""",
        """
        Invalid arguments for Numbers:
        - a: expected a whole number from -128 to 127, got the number 128
        - b: expected a whole number from 0 to 255, got the string "1"
        - c: expected a whole number from -32768 to 32767, got the number 1.5
        - d: expected a whole number from 0 to 65535, got null
        - e: expected a whole number from -2147483648 to 2147483647, got nothing: it is required
        - f: expected a whole number from 0 to 4294967295, got the boolean true
        - h: expected a whole number from 0 to 18446744073709551615, got the number -1
        - l: expected a number, got the string "x"
        - n: expected a number from -79228162514264337593543950335 to 79228162514264337593543950335, got the number 1e40
        - nothingLikeIt: no such parameter; there are "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"
        """)]
    [InlineData(
        "Times", """{"a":"tomorrow","b":"2026-11-21T09:00:00","c":"21.11.2026","d":"9 am","e":"an hour"}""",
        """
        Invalid arguments for Times:
        - a: expected an ISO 8601 date-time such as 2026-11-21T09:00:00, got the string "tomorrow"
        - b: expected an ISO 8601 date-time with offset such as 2026-11-21T09:00:00Z, got the string "2026-11-21T09:00:00"
        - c: expected a date such as 2026-11-21, got the string "21.11.2026"
        - d: expected a time of day such as 09:00:00, got the string "9 am"
        - e: expected a duration such as 00:30:00, or 1.02:00:00 for one day and two hours, got the string "an hour"
        """)]
    [InlineData(
        "Enums", """{"a":"storm","b":"Saturday,Monday","c":{"Gale":1}}""",
        """
        Invalid arguments for Enums:
        - a: expected one of "Calm", "Storm", got the string "storm"
        - b: expected a string of one or more of "None", "Saturday", "Sunday", with commas between them, got the string "Saturday,Monday"
        - c.Gale: expected a name that is one of "Calm", "Storm", got the string "Gale"
        """)]
    [InlineData(
        "Json", """{"a":null,"b":null,"c":null,"d":1,"e":[]}""",
        """
        Invalid arguments for Json:
        - b: expected a JSON value other than null, got null
        - c: expected an array, got null
        - e: expected an object or null, got an array
        """)]
    [InlineData(
        "Objects", """{"a":{"nam":"n","near":[{"name":1,"country":"c"},7]},"b":[]}""",
        """
        Invalid arguments for Objects:
        - a.country: expected a string, got nothing: it is required
        - a.near[0].name: expected a string, got the number 1
        - a.near[1]: expected an object, got the number 7
        - b: expected an object, got an array
        - a.nam: no such property; did you mean "name"? That one is missing: expected a string
        """)]
    [InlineData(
        "Refuses", """{"strict":{"name":""},"counts":[1,"2"],"secret":"sk-hidden"}""",
        """
        Invalid arguments for Refuses:
        - strict: not accepted: A name cannot be empty.
        - counts[1]: expected a whole number from -2147483648 to 2147483647, got the string "2"
        - secret: expected a whole number from -2147483648 to 2147483647, got a string that is not shown
        """)]
    public async Task Everything_that_is_wrong_is_said_at_once(string tool, string json, string expected)
    {
        using var log = StepLog.InMemory();
        var tools = new ValueTools();

        var result = await tools.AgentTools().InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Equal(expected.ReplaceLineEndings("\n"), result.Content);
        Assert.Null(tools.Got);
        var step = Assert.IsType<ToolCallStep>(log.Steps.OfType<CallStep>().Single());
        Assert.Equal((StepRoute.Table, tool, result.Content), (step.Route, step.Tool, step.Error));
        Assert.DoesNotContain("sk-hidden", System.Text.Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
    }
}
