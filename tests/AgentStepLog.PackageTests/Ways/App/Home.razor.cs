using Microsoft.AspNetCore.Components;

namespace App;

public partial class Home : ComponentBase
{
    // Here and not in the markup: what Razor declares our generator does not see, nor then the type of what is called.
    [Parameter]
    public Tools Tools { get; set; } = null!;

    [Parameter]
    public Owned Owned { get; set; } = null!;

    private string FromCodeBehind() => Tools.Find("Home.FromCodeBehind");
}
