package import IAMIdentifiers

extension Timestamp {
    /// The moment as CloudTrail's records hold one of a request or answer: `Mar 24, 2014 9:11:59
    /// PM`.
    ///
    /// Source: AWS CloudTrail User Guide, "CloudTrail log file examples".
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html>
    package var cloudTrailText: String {
        let time = CivilTime(self)
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
        let minute = (time.minute < 10 ? "0" : "") + String(time.minute)
        let second = (time.second < 10 ? "0" : "") + String(time.second)
        return "\(months[Int(time.month) - 1]) \(time.day), \(time.year) "
            + "\(hour):\(minute):\(second) \(time.hour < 12 ? "AM" : "PM")"
    }
}
