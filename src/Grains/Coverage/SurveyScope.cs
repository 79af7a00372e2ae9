namespace Canvass.Grains.Coverage;

/// <summary>What a survey looks for.</summary>
internal enum SurveyScope
{
    /// <summary>Integrated cameras.</summary>
    Integrated,

    /// <summary>Integrated cameras and homes; only when a sent canvass works out whom to ask.</summary>
    IntegratedAndHomes,
}
